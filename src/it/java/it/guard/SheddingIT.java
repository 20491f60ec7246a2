package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.StalledReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Clients who ask for more than they read hold up others only to a limit, and no stream at all.
class SheddingIT {

    private static final URI ALL_QUOTES = GuardedServer.uri("api/quotes");
    private static final URI INSTRUMENTS = GuardedServer.uri("api/quotes/AAPL");

    @Test
    void whenTooManyRequestsAreUnderWayMoreAreShedAndStreamsAreNot() {
        Observed observed = await().atMost(Duration.ofMinutes(2))
                .until(SheddingIT::whileFull, Optional::isPresent)
                .orElseThrow();

        assertThat(observed.shed().headers().firstValue("Retry-After").orElseThrow())
                .matches("[1-9][0-9]?");
        assertThat(observed.shed().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(observed.shed().headers().firstValue("Access-Control-Allow-Origin"))
                .as("else the page that asked could not see that it was a 503")
                .hasValue(GuardedServer.LISTED);
        assertThat(Instruments.object(observed.shed().body()).getInt("status")).isEqualTo(503);
        assertThat(observed.streamStatus()).isEqualTo(200);
        assertThat(observed.streamBegan()).isEqualTo("hello");
        await().atMost(Duration.ofMinutes(1)).until(() -> Http.answers(200, INSTRUMENTS));
    }

    /// What was seen while the server was full from beginning to end; empty if it was not, for a reader that takes
    /// nothing is let go after a while.
    private static Optional<Observed> whileFull() {
        List<StalledReader> readers = Stream.generate(() -> StalledReader.open(ALL_QUOTES))
                .limit(GuardedServer.REQUESTS)
                .toList();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> Http.answers(503, INSTRUMENTS));
            try (var stream = EventStream.open(GuardedServer.uri("api/stream?symbol=AAPL"))) {
                String began = stream.next().name();
                HttpResponse<String> shed = Http.get(INSTRUMENTS, "Origin", GuardedServer.LISTED);
                return shed.statusCode() == 503
                        ? Optional.of(new Observed(shed, stream.connection().status(), began))
                        : Optional.empty();
            }
        } finally {
            readers.forEach(StalledReader::close);
        }
    }

    /// Answers that a full server gave.
    private record Observed(HttpResponse<String> shed, int streamStatus, String streamBegan) {}
}
