package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server serves besides the API: the page with its parts, the metrics, and the response to HEAD.
class PageIT {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#:]+\\.(?:js|css|svg))\"");

    private final URI root = LivelyServer.uri();

    @Test
    void pageIsAtTheRootAndItsPartsAreThere() {
        HttpResponse<String> page = Http.get(root);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        Matcher reference = REFERENCE.matcher(page.body());
        assertThat(reference.results()).isNotEmpty().allSatisfy(found -> {
            HttpResponse<String> part = Http.get(root.resolve(found.group(1)));
            assertThat(part.statusCode()).as(found.group(1)).isEqualTo(200);
        });
    }

    @Test
    void oldBrowsersAreToldInPlainHtmlWhichOnesWork() throws IOException {
        String page =
                Http.get(root).body().replaceAll("(?s)<script.*?</script>", "").replaceAll("\\s+", " ");
        String readme = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");

        assertThat(page).contains("Chrome or Edge 123, Firefox 120, Safari 17.5");
        assertThat(readme).contains("Chrome and Edge 123, Firefox 120, Safari 17.5");
    }

    @Test
    void scriptsAreServedAsSuch() {
        HttpResponse<String> script = Http.get(root.resolve("app.js"));

        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    }

    @Test
    void scriptIsKeptUntilItsContentsChange() {
        String tag =
                Http.get(root.resolve("app.js")).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = Http.get(root.resolve("app.js"), "If-None-Match", tag);
        HttpResponse<String> another = Http.get(root.resolve("example.js"), "If-None-Match", tag);
        HttpResponse<String> byDate =
                Http.get(root.resolve("app.js"), "If-Modified-Since", "Fri, 31 Dec 2100 00:00:00 GMT");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(another.statusCode()).isEqualTo(200);
        assertThat(byDate.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=%zz", "?%", "?a=%00", "?%0d%0aX-Injected:%20yes"})
    void pageHeedsNoQueryHoweverItIsEncoded(String query) throws IOException {
        try (var page = Connection.send("GET", root, root.getPath() + query)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.header("X-Injected")).isEmpty();
        }
    }

    @Test
    void missingPageIsAnsweredWithoutTheServersInsides() {
        HttpResponse<String> missing = Http.get(root.resolve("nothing/here"));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("Not here").doesNotContain("SRVE", "Exception");
    }

    @Test
    void gaugeCountsTheOpenStreams() throws InterruptedException {
        try (var crowd = Crowd.of(7, root.resolve("api/stream"))) {
            assertThat(crowd.streams()).hasSize(7);
            assertThat(Gauge.subscribers(root)).isEqualTo(7);
        }

        await().until(() -> Gauge.subscribers(root) == 0);
    }

    @Test
    void headOfTheStreamEndsAtOnce() throws IOException {
        String target = root.getPath() + "api/stream";

        try (var connection = Connection.send("HEAD", root, target, "Connection", "close")) {
            assertThat(connection.status()).isEqualTo(200);
            assertThat(connection.header("Content-Type")).hasValue("text/event-stream");
            assertThat(connection.header("Cache-Control")).hasValue("no-store, no-transform");
            assertThat(connection.rest()).isEmpty();
        }
    }
}
