package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A server whose memory is full ends, so that whoever watches it starts it anew.
class OutOfMemoryIT {

    @Test
    void serverWithoutMemoryEnds() {
        // So many messages kept for readers that come back are more than this heap, maybe before the first reader
        // comes.
        try (LibertyServer server = LibertyServer.startUntil(
                "CWWKE0001I",
                Map.of(
                        "JVM_ARGS", "-Xmx128m",
                        "STREAM_BACKLOG", "10000000",
                        "SIMULATOR_INSTRUMENTS", "2000",
                        "SIMULATOR_PACE", "steady",
                        "TICKER_INTERVAL", "PT0.05S"))) {

            await().atMost(Duration.ofMinutes(7)).until(() -> !server.runs());
            assertThat(server.log()).contains("Terminating due to java.lang.OutOfMemoryError");
        }
    }
}
