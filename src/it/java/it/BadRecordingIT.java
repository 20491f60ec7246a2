package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recording with a fault keeps the application from starting; it does not fail later.
class BadRecordingIT {

    @Test
    void badLineIsReportedAndTheApplicationDoesNotStart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.csv");
        Files.writeString(file, "1385337600,800.01,0.1\n1385337613,800.05,0.2\n1385337620,eight hundred,0.3\n");

        String log;
        boolean answers;
        Health started;
        Health ready;
        try (var server = LibertyServer.startRefused(
                Map.of("FEED_SOURCE", "replay", "REPLAY_FILE", file.toString(), "REPLAY_SYMBOL", "BTC"))) {
            log = server.log();
            answers = Http.answers(200, server.uri("api/instruments"));
            // The server answers this once it has given up on the application.
            await().until(() -> Http.answers(503, server.uri("health")));
            started = Health.started(server.uri());
            ready = Health.ready(server.uri());
        }

        assertThat(answers).isFalse();
        assertThat(started.status()).isEqualTo(503);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).contains(file.toString(), "line 3", "eight hundred"));
    }
}
