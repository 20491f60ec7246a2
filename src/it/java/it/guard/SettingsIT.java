package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An invalid setting stops the start, and the log names it with its value.
class SettingsIT {

    @ParameterizedTest
    @CsvSource({
        "STREAM_BACKLOG, 0, stream.backlog",
        "TICKER_INTERVAL, PT0.01S, ticker.interval",
        "FEED_FAULT, sabotage, feed.fault",
        "CORS_ORIGINS, desk.example, cors.origins"
    })
    void nonsenseStopsTheStart(String variable, String value, String setting) {
        String log;
        boolean answers;
        try (var server = LibertyServer.startRefused(Map.of(variable, value))) {
            log = server.log();
            answers = Http.answers(200, server.uri("api/instruments"));
        }

        assertThat(answers).isFalse();
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).contains(setting).containsIgnoringCase(value));
    }
}
