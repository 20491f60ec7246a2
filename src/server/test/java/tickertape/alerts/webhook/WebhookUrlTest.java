package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An address that can't be called is refused when it is set, and what is wrong is said.
class WebhookUrlTest {

    private static final AddressPolicy STANDARD = AddressPolicy.allowing(List.of());
    private static final AddressPolicy OPEN = AddressPolicy.allowing(List.of("127.0.0.0/8", "bot.internal", "desk"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bot.example/alerts?key=1",
                "https://BOT.example",
                "https://bot.example:443/",
                "https://bot.example:8443/",
                "https://8.8.8.8/",
                "https://[2606:4700:4700::1111]/",
                "https://xn--bcher-kva.example/"
            })
    void whatIsPublicIsTaken(String text) {
        assertThat(WebhookUrl.of(text, STANDARD).uri()).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bot | is no address such as https://bot.example/alerts",
                "/alerts | is no address",
                "ftp://bot.example/ | is no address",
                "https:///alerts | is no address",
                "https://bot example/ | is no address",
                "https://bücher.example/ | is no address",
                "http://bot.example/ | begins with https://",
                "https://ann:secret@bot.example/ | has no user",
                "https://bot.example/#top | has no fragment",
                "https://bot.example:22/ | choose 443",
                "https://bot.example:80/ | choose 443",
                "https://bot.example:0/ | choose 443",
                "https://bot.example:70000/ | choose 443",
                "https://localhost/ | is not public",
                "https://desk/ | is not public",
                "https://a.localhost/ | is not public",
                "https://127.0.0.1/ | is not public",
                "https://10.0.0.1/ | is not public",
                "https://169.254.169.254/latest | is not public",
                "https://[::1]/ | is not public",
                "https://[::ffff:10.0.0.1]/ | is not public",
                "https://[fe80::1]/ | is not public",
                "https://127.1/ | is no address",
                "https://2130706433/ | no name and no address",
                "https://0x7f000001/ | no name and no address",
                "https://0177.0.0.1/ | no name and no address",
                "https://10.0.0.256/ | is no address",
                "https://bot.example./ | no name and no address"
            })
    void whatIsNotIsRefusedAndTheReasonIsSaid(String text, String reason) {
        assertThatThrownBy(() -> WebhookUrl.of(text, STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void tooLongIsRefused() {
        assertThatThrownBy(() -> WebhookUrl.of("https://bot.example/" + "a".repeat(2000), STANDARD))
                .hasMessageContaining("at most 2000 characters");
        assertThatThrownBy(() -> WebhookUrl.of("https://" + "bot.".repeat(80) + "example/", STANDARD))
                .hasMessageContaining("at most 253 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:80/x", "http://bot.internal/", "http://desk:7/", "https://127.8.0.1:8443/"})
    void hostThatIsListedIsCalledWithoutTlsAndAtAnyPort(String text) {
        assertThat(WebhookUrl.of(text, OPEN).uri()).hasToString(text);
    }
}
