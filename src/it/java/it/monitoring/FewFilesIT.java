package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Health;
import it.LibertyServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A server whose very first clients want all the files that it may open.
class FewFilesIT {

    private static final int CLIENTS = 200;
    private static final int FILES = 256;
    private static final int LINES = 500;
    private static final Map<String, String> SMALL = Map.of("SIMULATOR_INSTRUMENTS", "5");

    @Test
    void theLogStaysShortAndTheServerIsWholeAfterwards() throws IOException {
        try (var server = LibertyServer.startUntil("the dashboard is at", SMALL)) {
            new OpenFileLimit(server.pid()).leave(40);
            long before = server.log().lines().count();

            List<Socket> clients = connected(server);
            ask(clients);
            await("the log").until(() -> server.log().contains("files is down"));
            close(clients);

            assertWhole(server);
            assertThat(server.log().lines().count() - before).as("lines").isLessThan(LINES);
        }
    }

    /// What the server needs for a request is loaded by the first one. A class whose file can't be opened just then is
    /// missing until the server's end.
    @Test
    void clientsOfTheFirstMomentLeaveFilesToTheServer() throws IOException {
        try (var server = LibertyServer.startBy(OpenFileLimit.launcher(FILES), SMALL)) {
            List<Socket> clients = connected(server);
            ask(clients);

            await("the first of them is answered")
                    .until(() -> server.log().contains("clients may connect to one port"));
            await("a line says where the server is, though its own first request is not let in")
                    .until(() -> server.log().contains("the dashboard is at")
                            || server.log().contains("nobody reaches it"));
            close(clients);
            await("the places of those who are gone").until(() -> server.subscribers() == 0);
            assertWhole(server);
            assertThat(server.log())
                    .contains("exceeds the maximum number of open connections", "the dashboard is at")
                    .doesNotContain("Too many open files");
            assertThat(server.log().lines()).hasSizeLessThan(LINES);
        }
    }

    /// Clients that connect as soon as the port is open.
    private static List<Socket> connected(LibertyServer server) throws IOException {
        List<Socket> clients = new ArrayList<>();
        await("the port")
                .pollInterval(Duration.ofMillis(20))
                .ignoreException(ConnectException.class)
                .until(() -> clients.add(connect(server)));
        while (clients.size() < CLIENTS) {
            clients.add(connect(server));
        }
        return clients;
    }

    private static Socket connect(LibertyServer server) throws IOException {
        return new Socket(server.uri().getHost(), server.uri().getPort());
    }

    private static void ask(List<Socket> clients) {
        for (Socket client : clients) {
            try {
                client.getOutputStream()
                        .write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // As the server may do with one for which it has no file.
            }
        }
    }

    private static void close(List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    private static void assertWhole(LibertyServer server) {
        await("health").until(() -> Health.ready(server.uri()).up().contains("files"));
        try (var stream = EventStream.open(server.uri("api/stream"))) {
            stream.next("quote");
        }
    }
}
