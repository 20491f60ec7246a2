package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page's files are served as gzip, small ones too, but only to clients that accept it.
class ZippedIT {

    private final URI root = LivelyServer.uri();

    @ParameterizedTest
    @ValueSource(strings = {"", "start.js", "core/dom.js", "app.css", "favicon.svg", "core/words/zh.js"})
    void fileIsTheSameInBothForms(String path) throws IOException {
        HttpResponse<String> plain = Http.get(root.resolve(path), "Accept-Encoding", "gzip;q=0");
        byte[] zip;
        try (var zipped = get(path, "Accept-Encoding", "gzip, deflate, br")) {
            zip = zipped.rest();

            assertThat(zipped.header("Content-Encoding")).hasValue("gzip");
            assertThat(zipped.header("Content-Length")).hasValue(Integer.toString(zip.length));
            assertThat(zipped.header("Vary")).hasValue("Accept-Encoding");
            assertThat(zipped.header("Cache-Control")).hasValue("private, no-cache");
            assertThat(zipped.header("Content-Type")).isEqualTo(plain.headers().firstValue("Content-Type"));
            assertThat(zipped.header("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
        }

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(plain.headers().firstValue("ETag").orElseThrow()).startsWith("W/");
        assertThat(unzip(zip)).isEqualTo(plain.body());
    }

    @Test
    void tagOfEitherFormIsKnownInBoth() throws IOException {
        String tag =
                Http.get(root.resolve("start.js")).headers().firstValue("ETag").orElseThrow();

        for (String known : new String[] {tag, tag.substring(2)}) {
            try (var again = get("start.js", "Accept-Encoding", "gzip", "If-None-Match", known)) {
                assertThat(again.status()).isEqualTo(304);
                assertThat(again.header("Vary")).hasValue("Accept-Encoding");
                assertThat(again.header("Content-Encoding")).isEmpty();
                assertThat(again.rest()).isEmpty();
            }
        }
    }

    @Test
    void headSaysWhatGetWouldSay() throws IOException {
        String[] wish = {"Accept-Encoding", "gzip", "Connection", "close"};

        try (var get = get("start.js", "Accept-Encoding", "gzip");
                var head =
                        Connection.send("HEAD", root, root.resolve("start.js").getPath(), wish)) {
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Encoding")).hasValue("gzip");
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            // The server may leave it out.
            assertThat(head.header("Content-Length").or(() -> get.header("Content-Length")))
                    .isEqualTo(get.header("Content-Length"));
            assertThat(head.rest()).isEmpty();
        }
    }

    @Test
    void whoAsksForAPartGetsTheWholeFile() throws IOException {
        try (var part = get("start.js", "Accept-Encoding", "gzip", "Range", "bytes=3-11")) {
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.header("Content-Range")).isEmpty();
            assertThat(unzip(part.rest()))
                    .isEqualTo(Http.get(root.resolve("start.js")).body());
        }
    }

    private Connection get(String path, String... headers) {
        String[] closing = Arrays.copyOf(headers, headers.length + 2);
        closing[headers.length] = "Connection";
        closing[headers.length + 1] = "close";
        return Connection.get(root.resolve(path), closing);
    }

    private static String unzip(byte[] zip) throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(zip))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
