package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Health;
import it.Http;
import it.LibertyServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Invalid settings stop the start, and the log names each with its value, in one line that is the first and the last.
class SettingsIT {

    @Test
    void nonsenseStopsTheStart() {
        try (var server = LibertyServer.startRefused(Map.of(
                "STREAM_BACKLOG", "0",
                "TICKER_INTERVAL", "PT2562047788015H",
                "FEED_FAULT", "sabotage",
                "CORS_ORIGINS", "desk.example",
                "REST_REQUESTS", "100000",
                "COMMENTARY_MODEL_NAME", "small:1b"))) {
            await().until(() -> last(server).contains("E Tickertape does not start: "));

            assertThat(server.log().lines().filter(line -> line.contains("E Tickertape does not start: ")))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("stream.backlog must be from 1 to 10000000, not 0")
                            .contains("feed.fault 'sabotage'")
                            .contains("'desk.example'")
                            .contains("commentary.model.url is missing")
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

    /// The server itself reads these first, and complains in its own words; then the last line has ours.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_PORT       | abc   | http.port must be from 1 to 65535, not 'abc'",
                "HTTPS_PORT      | 99999 | https.port must be from 1 to 65535, not '99999'",
                "TRUSTED_PROXIES | (     | trusted.proxies '(' is no regular expression: Unclosed group"
            },
            quoteCharacter = '"')
    void whatLeavesTheServerWithoutAPortIsNamedInTheLastLine(String variable, String nonsense, String fault) {
        try (var server = LibertyServer.startRefused(Map.of(variable, nonsense))) {
            await().until(() -> last(server).contains("E Tickertape does not start: "));

            assertThat(last(server)).contains("E Tickertape does not start: " + fault);
            assertThat(server.log()).doesNotContain("the dashboard is at");
        }
    }

    private static String last(LibertyServer server) {
        return server.log().strip().lines().toList().getLast();
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
