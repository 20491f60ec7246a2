package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A server that logs JSON and sends traces.
class TelemetryIT {

    /// Name and trace, as the console exporter prints them.
    private static final Pattern SPAN = Pattern.compile("'(.+)' : ([0-9a-f]{32}) ([0-9a-f]{16}) SERVER .*");

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "WLP_LOGGING_CONSOLE_FORMAT", "json",
                "OTEL_SDK_DISABLED", "false",
                "OTEL_TRACES_EXPORTER", "console",
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_LOGS_EXPORTER", "none",
                "SIMULATOR_INSTRUMENTS", "5",
                "SIMULATOR_SEED", "11",
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_HEARTBEAT", "PT0.5S"));
    }

    @Test
    void everyLineOfTheLogIsAnObject() {
        List<String> others = server.log()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("{"))
                // Lines of the start script and of the virtual machine.
                .filter(line -> !line.startsWith("Launching ") && !line.contains("Server VM warning"))
                .toList();

        assertThat(others).isEmpty();
    }

    @Test
    void oneLineOfTheApplicationTellsOfItsStart() {
        await().until(() -> server.log().contains("the dashboard is at"));

        List<String> ours = objects()
                .filter(line -> line.getString("module", "").startsWith("tickertape."))
                .map(line -> line.getString("message"))
                .toList();

        assertThat(ours).hasSize(1);
        assertThat(ours.getFirst())
                .matches("Tickertape \\S+: the dashboard is at http://localhost:\\d+/ \\(.*\\)")
                .contains("feed: simulated, seed 11, pace bursty, day endless")
                .contains("market: a tick every PT0.1S, instruments 5")
                .contains("requests: at most 100 at once beside the streams, 300 writes a minute and address")
                .contains(
                        "streams: at most 10000, any number from one address, any number of one account, heartbeat PT0.5S");
    }

    @Test
    void requestsLeaveOneSpanEach() {
        long before = spans("GET /api/quotes/{symbol: .+}").count();

        assertThat(Http.get(server.uri("api/quotes/AAPL")).statusCode()).isEqualTo(200);
        assertThat(Http.get(server.uri("api/quotes/NONE")).statusCode()).isEqualTo(404);

        await().until(() -> spans("GET /api/quotes/{symbol: .+}").count() == before + 2);
        assertThat(messages())
                .anyMatch(line -> line.contains("http.response.status_code=404") && line.contains("/api/quotes/NONE"));
    }

    @Test
    void spanOfAStreamEndsWithItAndNoOtherRequestBelongsToIt() {
        long before = spans("GET /api/stream").count();
        List<EventStream> streams = Stream.generate(() -> EventStream.open(server.uri("api/stream")))
                .limit(20)
                .toList();
        streams.forEach(stream -> stream.next("quote"));
        assertThat(spans("GET /api/stream").count()).as("none has ended").isEqualTo(before);
        long lines = lines();

        // These run on the threads that served the requests for streams.
        for (int i = 0; i < 50; i++) {
            assertThat(Http.get(server.uri("api/instruments")).statusCode()).isEqualTo(200);
        }
        streams.forEach(EventStream::close);

        await().until(() -> spans("GET /api/stream").count() == before + streams.size());
        assertThat(spans(".*").map(span -> span.group(2))).as("traces").doesNotHaveDuplicates();
        assertThat(lines()).as("nobody's coming and going is in the log").isEqualTo(lines);
    }

    /// How many lines the log has, without the spans.
    private static long lines() {
        return messages().filter(message -> !SPAN.matcher(message).matches()).count();
    }

    private static Stream<MatchResult> spans(String name) {
        return messages()
                .map(SPAN::matcher)
                .filter(span ->
                        span.matches() && (name.equals(".*") || span.group(1).equals(name)))
                .map(span -> span.toMatchResult());
    }

    private static Stream<String> messages() {
        return objects().filter(line -> line.containsKey("message")).map(line -> line.getString("message"));
    }

    private static Stream<JsonObject> objects() {
        String log = server.log();
        // The last line may be incomplete.
        return log.substring(0, log.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Instruments::object);
    }
}
