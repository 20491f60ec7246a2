package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Measures;
import it.StalledReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that request more than they read delay other requests only up to a limit, and never a stream.
class LoadSheddingIT {

    private static final URI ALL_QUOTES = GuardedServer.uri("api/quotes");
    private static final List<String> STREAMS = List.of(
            "api/stream?symbol=AAPL", "api/stream/?symbol=AAPL", "api/stream;a=b?symbol=AAPL", "api/stream;a=b/");
    private static final List<String> HEALTH = List.of("health/started", "health/ready", "health/live");
    private static final URI INSTRUMENTS = GuardedServer.uri("api/quotes/AAPL");

    @AutoClose
    private static LibertyServer narrow;

    @BeforeAll
    static void start() {
        narrow = LibertyServer.start(Map.of("REST_REQUESTS", "1"));
    }

    @Test
    void whenTooManyRequestsAreUnderWayMoreAreShedAndStreamsAreNot() {
        Observed observed =
                await().until(LoadSheddingIT::whileFull, Optional::isPresent).orElseThrow();

        assertThat(observed.shed().headers().firstValue("Retry-After").orElseThrow())
                .matches("[1-9][0-9]?");
        assertThat(observed.shed().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(observed.shed().headers().firstValue("Access-Control-Allow-Origin"))
                .as("else the page that asked could not see that it was a 503")
                .hasValue(GuardedServer.LISTED);
        assertThat(Instruments.object(observed.shed().body()).getInt("status")).isEqualTo(503);
        assertThat(observed.page().statusCode()).as("a file takes a place too").isEqualTo(503);
        assertThat(observed.streamsBegan())
                .as("however the stream's address is written")
                .hasSize(STREAMS.size())
                .containsOnly("200 hello");
        assertThat(observed.health()).as("health is asked beside all others").containsOnly(200);
        assertThat(observed.counted()).isEqualTo(1);
        await().until(() -> Http.answers(200, INSTRUMENTS));
    }

    private static long refused() {
        return Measures.of(GuardedServer.uri("")).count("tickertape_requests_refused_total", "reason", "busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app.js", "nothing/here", "api/quotes", "api/nothing/here"})
    void requestTakesOnePlaceAndNoMore(String path) {
        // Repeated, because a request counts until a moment after its response.
        await().until(() -> !Http.answers(503, narrow.uri(path)));
    }

    /// What was observed while the server was full all the time; empty if it was not, because a client that reads
    /// nothing is disconnected after a while.
    private static Optional<Observed> whileFull() {
        List<StalledReader> readers = Stream.generate(() -> StalledReader.open(ALL_QUOTES))
                .limit(GuardedServer.REQUESTS)
                .toList();
        try {
            await().until(() -> Http.answers(503, INSTRUMENTS));
            List<String> began = STREAMS.stream().map(LoadSheddingIT::begin).toList();
            HttpResponse<String> page = Http.get(GuardedServer.uri(""));
            List<Integer> health = HEALTH.stream()
                    .map(path -> Http.get(GuardedServer.uri(path)).statusCode())
                    .toList();
            long refused = refused();
            HttpResponse<String> shed = Http.get(INSTRUMENTS, "Origin", GuardedServer.LISTED);
            return shed.statusCode() == 503
                    ? Optional.of(new Observed(shed, page, began, health, refused() - refused))
                    : Optional.empty();
        } finally {
            readers.forEach(StalledReader::close);
            await().until(() -> GuardedServer.subscribers() == 0);
        }
    }

    private static String begin(String path) {
        // Each has an address of its own, because one address may not have as many streams.
        String address = "127.0.0." + (2 + STREAMS.indexOf(path));
        try (var stream = EventStream.from(address, GuardedServer.uri(path))) {
            int status = stream.connection().status();
            return status == 200 ? "200 " + stream.next().name() : Integer.toString(status);
        }
    }

    /// Responses of a full server.
    private record Observed(
            HttpResponse<String> shed,
            HttpResponse<String> page,
            List<String> streamsBegan,
            List<Integer> health,
            long counted) {}
}
