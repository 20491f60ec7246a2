package tickertape.web.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which pages may write: our own and those of listed origins.
class OriginCheckTest {

    private final OriginCheck check = new OriginCheck(Set.of("https://desk.example"));

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://tape.example, true",
        "none,        ,                     true",
        "same-site,   https://a.example,    false",
        "cross-site,  https://evil.example, false",
        "cross-site,  ,                     false",
        "cross-site,  https://desk.example, true",
        "nonsense,    https://tape.example, false"
    })
    void browsersSayWhereAPageIsFrom(String fetchSite, @Nullable String origin, boolean allowed) {
        assertThat(check.allows(fetchSite, origin, "tape.example")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://tape.example,      tape.example,      true",
        "https://tape.example,      tape.example:443,  true",
        "https://TAPE.example:8443, tape.example:8443, true",
        "https://tape.example:8443, tape.example,      false",
        "https://evil.example,      tape.example,      false",
        "https://desk.example,      tape.example,      true",
        "null,                      tape.example,      false",
        "https://[,                 tape.example,      false",
        "https://tape.example,      ,                  false"
    })
    void olderBrowsersSendAnOriginOnly(String origin, @Nullable String host, boolean allowed) {
        assertThat(check.allows(null, origin, host)).isEqualTo(allowed);
    }

    @Test
    void programsThatAreNoBrowsersPass() {
        assertThat(check.allows(null, null, "tape.example")).isTrue();
    }
}
