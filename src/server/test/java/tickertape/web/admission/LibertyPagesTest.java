package tickertape.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which pages of Liberty are not served under a host that is not listed.
class LibertyPagesTest {

    private final LibertyPages pages = new LibertyPages(Set.of("desk.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi/ui",
                "/openapi/ui/index.html",
                "/%6Fpenapi/ui",
                "/openapi%2fui",
                "//openapi/ui",
                "/x/../openapi/document",
                "/openapi;x/document",
                "/openapi/./ui/"
            })
    void theyAreThereOnlyForListedHosts(String path) {
        assertThat(pages.serves(path, "evil.example")).isFalse();
        assertThat(pages.serves(path, "Desk.Example")).isTrue();
        assertThat(new LibertyPages(Set.of()).serves(path, "evil.example")).isTrue();
    }

    @Test
    void whatTheApplicationRefusesItselfAndHealthPass() {
        assertThat(Set.of("/", "/openapi", "/api/quotes", "/health/ready", "/%zz"))
                .allMatch(path -> pages.serves(path, "evil.example"));
    }

    @Test
    void whatLibertyWouldRedirectIsKnownHoweverItIsWritten() {
        assertThat(Set.of("/openapi/ui", "//openapi/ui", "/%6Fpenapi%2fui", "/x/../openapi/ui;y", "/openapi/ui/;y"))
                .allMatch(LibertyPages::redirects);
        assertThat(Set.of("/openapi/ui/", "/openapi/ui/index.html", "/openapi", "/openapi/ui/%zz", "/%00"))
                .noneMatch(LibertyPages::redirects);
    }
}
