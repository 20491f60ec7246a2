package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A server whose memory is full ends, so that whoever watches it starts it anew.
class OutOfMemoryIT {

    @Test
    void serverWithoutMemoryEnds() {
        // Nothing is ever collected, so that the heap is soon full; a collector would try for minutes to make room.
        try (LibertyServer server = LibertyServer.startUntil(
                "CWWKE0001I",
                Map.of("JVM_ARGS", "-Xmx256m -XX:-UseSerialGC -XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC"))) {

            await().until(() -> !server.runs());
            assertThat(server.log()).contains("Terminating due to java.lang.OutOfMemoryError");
        }
    }
}
