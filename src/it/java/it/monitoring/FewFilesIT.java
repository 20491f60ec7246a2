package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Health;
import it.LibertyServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A server whose very first clients open all the files that it may open.
class FewFilesIT {

    private static final int CLIENTS = 200;
    private static final int LINES = 500;

    @Test
    void theLogStaysShortAndTheServerIsWholeAfterwards() throws IOException {
        try (var server = LibertyServer.startUntil("the dashboard is at", Map.of("SIMULATOR_INSTRUMENTS", "5"))) {
            new OpenFileLimit(server.pid()).leave(40);
            long before = server.log().lines().count();

            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                var client = new Socket(server.uri().getHost(), server.uri().getPort());
                clients.add(client);
                client.getOutputStream()
                        .write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            await("the log")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> server.log().contains("files is down"));
            for (Socket client : clients) {
                client.close();
            }

            await("health")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> Health.ready(server.uri()).up().contains("files"));
            try (var stream = EventStream.open(server.uri("api/stream"))) {
                stream.next("quote");
            }
            assertThat(server.log().lines().count() - before).as("lines").isLessThan(LINES);
        }
    }
}
