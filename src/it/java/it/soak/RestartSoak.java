package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A server is killed while clients are connected, and starts again on the same port.
class RestartSoak {

    private static final int SIZE = 200;

    @Test
    void afterAKillAllAreLiveAgainWithinTenSeconds() {
        try (var server = LibertyServer.start(Map.of())) {
            URI stream = server.uri("api/stream?topic=quote");
            List<BrowserLike> clients =
                    Stream.generate(() -> BrowserLike.start(stream)).limit(SIZE).toList();
            await("all live").atMost(Duration.ofMinutes(1)).until(() -> live(clients, "") == SIZE);
            String before = clients.getFirst().state().epoch();

            server.kill();
            server.startAgain();
            long ready = System.nanoTime();
            long liveAtOnce = live(clients, before);
            await("all live again")
                    .atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> live(clients, before) == SIZE);

            System.out.printf(
                    "%s clients were live again %s ms after the server answered (%s of them before); %s answers were no stream%n",
                    SIZE,
                    (System.nanoTime() - ready) / 1_000_000,
                    liveAtOnce,
                    clients.stream().mapToInt(BrowserLike::noStreams).sum());
            assertThat(clients.stream()
                            .map(client -> client.state().verdict())
                            .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting())))
                    .isEqualTo(Map.of("snapshot", (long) SIZE));
            assertThat(clients).allMatch(client -> client.state().breaks() == 0);
            clients.forEach(BrowserLike::close);
        }
    }

    /// How many clients have quotes of another tape than this one.
    private static long live(List<BrowserLike> clients, String before) {
        return clients.stream()
                .map(BrowserLike::state)
                .filter(state -> state.live() && !state.epoch().equals(before))
                .count();
    }
}
