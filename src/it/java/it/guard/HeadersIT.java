package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.LivelyServer;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The headers for browsers and caches in each response, with default settings.
class HeadersIT {

    private final URI root = LivelyServer.uri();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.js",
                "app.css",
                "nothing-here",
                "api/quotes",
                "api/quotes/NOPE",
                "api/nothing/here",
                "api/stream",
                "api/stream?symbol=NOPE"
            })
    void everyAnswerIsTakenForWhatItIsAndLoadsNothingFromElsewhere(String path) throws IOException {
        try (var answer = Connection.get(root.resolve(path))) {
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.header("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "http:", "data:");
            assertThat(answer.header("X-Powered-By")).isEmpty();
            assertThat(answer.header("Content-Language"))
                    .as("the machine's language")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app.js", "app.css", "api/quotes", "api/instruments", "api/quotes/NOPE"})
    void nothingIsShownFromACacheWithoutAsking(String path) throws IOException {
        try (var answer = Connection.get(root.resolve(path))) {
            assertThat(answer.header("Cache-Control")).hasValue("private, no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void streamIsNeitherKeptNorHeldBackNorRepacked(String method) throws IOException {
        String target = root.getPath() + "api/stream";

        try (var answer = Connection.send(method, root, target, "Accept-Encoding", "deflate, br")) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).hasValue("no-store, no-transform");
            assertThat(answer.header("X-Accel-Buffering")).hasValue("no");
            assertThat(answer.header("Content-Encoding"))
                    .as("else Caddy's `encode` would compress it")
                    .hasValue("identity");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/quotes", "api/stream", "api/nothing/here", "app.js"})
    void noOriginIsAllowedThatIsNotListed(String path) throws IOException {
        String own = "%s://%s".formatted(root.getScheme(), root.getAuthority());

        for (String origin : new String[] {own, "https://desk.example", "null"}) {
            try (var answer = Connection.get(root.resolve(path), "Origin", origin)) {
                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
                assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            }
        }
    }
}
