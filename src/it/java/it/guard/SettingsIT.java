package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Health;
import it.Http;
import it.LibertyServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Invalid settings stop the start, and the log names each with its value, in one line that is the first and the last.
class SettingsIT {

    @Test
    void nonsenseStopsTheStart() {
        try (var server = LibertyServer.startRefused(Map.of(
                "STREAM_BACKLOG", "0",
                "TICKER_INTERVAL", "PT2562047788015H",
                "FEED_FAULT", "sabotage",
                "CORS_ORIGINS", "desk.example",
                "REST_REQUESTS", "100000"))) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> server.log().strip().lines().toList().getLast().contains("does not start"));

            assertThat(server.log().lines().filter(line -> line.contains("E Tickertape does not start: ")))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("stream.backlog must be from 1 to 10000000, not 0")
                            .contains("feed.fault 'sabotage'")
                            .contains("'desk.example'")
                            .contains("rest.requests must be from 1 to ")
                            .contains("ticker.interval must be from PT0.05S to PT1M, not PT2562047788015H"));
            assertThat(server.log().lines()).as("stack traces").noneMatch(line -> line.startsWith("\tat "));
            assertThat(server.log().lines().filter(line -> line.contains(" E ")).findFirst())
                    .as("the first error")
                    .hasValueSatisfying(line -> assertThat(line).contains("Tickertape does not start: "));
            assertThat(Health.started(server.uri()).status()).isEqualTo(503);
            assertThat(Http.get(server.uri()).body())
                    .contains("Tickertape is not running here")
                    .doesNotContain("Liberty", "stream.backlog");
        }
    }

    @Test
    void databaseThatIsNoneIsNamedBeforeTheServerSpeaksOfIt() {
        try (var server = LibertyServer.startRefused(Map.of("DATABASE_URL", "nonsense"))) {
            assertThat(server.log().lines().filter(line -> line.contains(" E ")).findFirst())
                    .as("the first error")
                    .hasValueSatisfying(
                            line -> assertThat(line).contains("Tickertape does not start: database.url 'nonsense'"));
        }
    }

    @Test
    void portThatIsTakenIsNotSaidToHaveTheDashboard() throws IOException {
        try (var taken = new ServerSocket(0);
                var server = LibertyServer.startUntil(
                        "nobody reaches it by HTTP: port " + taken.getLocalPort(),
                        Map.of("HTTP_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(server.log()).doesNotContain("the dashboard is at");
        }
    }
}
