package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server's own settings are refused by name where they make no sense.
class ServerSettingsTest {

    @Test
    void defaultsAreFine() {
        assertThatNoException().isThrownBy(settings("9080", "9443", "nobody", "simple", "")::check);
    }

    @Test
    void serverWithoutTlsIsFine() {
        assertThatNoException().isThrownBy(settings("9080", "-1", "nobody", "simple", "")::check);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,   9443, nobody, simple, '',    'http.port must be from 1 to 65535, not ''abc'''",
        "0,     9443, nobody, simple, '',    'http.port must be from 1 to 65535, not ''0'''",
        "99999, 9443, nobody, simple, '',    'http.port must be from 1 to 65535, not ''99999'''",
        "9080,  -2,   nobody, simple, '',    'https.port must be from 1 to 65535, not ''-2'''",
        "9080,  9080, nobody, simple, '',    http.port and https.port are both 9080",
        "9080,  9443, (,      simple, '',    'trusted.proxies ''('' is no regular expression: Unclosed group'",
        "9080,  9443, nobody, xml,    '',    WLP_LOGGING_CONSOLE_FORMAT 'xml' is not one of",
        "9080,  9443, nobody, simple, short, keystore_password has fewer than 6 characters",
    })
    void nonsenseIsRefusedByName(
            String http, String https, String proxies, String format, String password, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(settings(http, https, proxies, format, password)::check)
                .withMessageStartingWith(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "0,      polled, 128000, 'database.connections must be from 1 to 1000, not ''0'''",
        "-1,     polled, 128000, 'database.connections must be from 1 to 1000, not ''-1'''",
        "100000, polled, 128000, 'database.connections must be from 1 to 1000, not ''100000'''",
        "abc,    polled, 128000, 'database.connections must be from 1 to 1000, not ''abc'''",
        "10,     polled, 0,      'http.connections must be from 1 to 1000000, not ''0'''",
        "10,     polled, many,   'http.connections must be from 1 to 1000000, not ''many'''",
        "10,     maybe,  128000, 'application.updates ''maybe'' is not one of [polled, disabled, mbean]'",
    })
    void nonsenseAboutConnectionsAndUpdatesIsRefusedByName(
            String connections, String updates, String clients, String fault) {
        var settings = new ServerSettings(
                "9080", "9443", "nobody", "simple", Optional.empty(), connections, updates, clients, "128000");

        assertThatIllegalArgumentException().isThrownBy(settings::check).withMessage(fault);
    }

    @Test
    void clientsAreThoseOfThePortThatTakesMore() {
        assertThat(settings("9080", "9443", "nobody", "simple", "").clients()).isEqualTo(2000);
    }

    @Test
    void passwordIsNotShown() {
        ServerSettings settings = settings("9080", "9443", "nobody", "simple", "mine");

        assertThatIllegalArgumentException()
                .isThrownBy(settings::check)
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("mine"));
    }

    private static ServerSettings settings(String http, String https, String proxies, String format, String password) {
        return new ServerSettings(
                http,
                https,
                proxies,
                format,
                Optional.of(password).filter(text -> !text.isEmpty()),
                "10",
                "polled",
                "1000",
                "2000");
    }
}
