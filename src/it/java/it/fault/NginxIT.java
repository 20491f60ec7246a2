package it.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.LibertyServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream through an nginx that buffers responses unless the server asks it not to.
class NginxIT {

    @AutoClose
    private static LibertyServer server;

    @TempDir
    Path directory;

    // Two trades, and then only heartbeats: a minute of them fits into one of nginx's buffers.
    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Nginx.orSkip();
        Path file = folder.resolve("QUIET.csv");
        Files.writeString(file, "1385337600,800.01,0.1\n1385337600,800.05,0.2\n");
        server = LibertyServer.start(
                Map.of("FEED_SOURCE", "replay", "REPLAY_FILE", file.toString(), "STREAM_HEARTBEAT", "PT2S"));
        await().until(() -> Http.answers(200, server.uri("api/quotes/QUIET")));
    }

    @Test
    void eventsPassAtOnceWhereTheyWouldBeHeldOtherwise() throws IOException {
        try (var nginx = Nginx.before(server.uri(), directory);
                var deaf = new Socket(nginx.uri().getHost(), nginx.uri().getPort())) {
            deaf.getOutputStream().write("GET /deaf/api/stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));

            List<String> passed = names(nginx.uri().resolve("api/stream"));
            List<String> modern = names(nginx.uri().resolve("modern/api/stream"));
            int passedDeaf = deaf.getInputStream().available();

            assertThat(passed).startsWith("hello").endsWith("heartbeat", "heartbeat");
            assertThat(modern).startsWith("hello").endsWith("heartbeat", "heartbeat");
            assertThat(passedDeaf)
                    .as("bytes that passed by then where nginx buffers")
                    .isZero();
        }
    }

    /// The names of the events up to the second heartbeat.
    private static List<String> names(URI uri) {
        var names = new ArrayList<String>();
        try (var stream = EventStream.open(uri)) {
            while (Collections.frequency(names, "heartbeat") < 2) {
                names.add(stream.next().name());
            }
        }
        return names;
    }
}
