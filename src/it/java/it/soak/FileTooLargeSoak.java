package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import it.history.MinuteWatch;
import it.store.DatabaseHealth;
import it.store.FileSizeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A server whose file cannot be written, as on a disk that got full without a warning: quotes go on, and no minute is
/// lost.
class FileTooLargeSoak {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Hardly more than an empty database takes; the logs of the server stay about as small.
    private static final long LIMIT = 128 << 10;

    /// Two outages have two lines each, those after them one a minute; and so it is for each queue.
    private static final int MOST_LINES = 20;

    @Test
    void quotesGoOnAndMinutesWaitWhileTheFileCannotGrow() {
        try (var server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "5", "TICKER_INTERVAL", "PT0.1S"))) {
            Quotes.awaitOneOfEach(server.uri());
            var watch = new MinuteWatch(server, 5);
            var limit = new FileSizeLimit(server.pid());
            limit.set(LIMIT);
            await().atMost(PATIENCE).until(() -> !health(server).available());

            assertThat(quotes(server)).isNotEmpty();
            awaitNextMinute();
            assertThat(quotes(server)).isNotEmpty();
            // Now and then there is room again in the file itself, for a few rows.
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(health(server))
                        .returns(200, DatabaseHealth::ready)
                        .matches(health -> health.waiting() > 0)
                        .matches(health -> health.paused().contains("history"))
                        .matches(health -> !health.reason().isEmpty());
                assertThat(Measures.of(server.uri()).count("tickertape_database_queue_paused", "queue", "history"))
                        .isEqualTo(1);
            });

            limit.lift();
            await().atMost(PATIENCE).until(() -> health(server).available());
            awaitNextMinute();
            assertThat(quotes(server)).isNotEmpty();
            watch.end().assertServed(1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health(server).paused()).isEmpty());
            assertThat(health(server)).returns(0L, DatabaseHealth::lost);
            List<String> said = server.log()
                    .lines()
                    .filter(line -> line.startsWith("[") && line.contains(" tickertape.store."))
                    .toList();
            said.forEach(System.out::println);
            assertThat(said).hasSizeBetween(2, MOST_LINES);

            await().atMost(PATIENCE).until(() -> written(server) > 0);
            server.kill();
            server.startAgain();
            watch.assertServed(1);
        }
    }

    private static DatabaseHealth health(LibertyServer server) {
        return DatabaseHealth.of(server.uri());
    }

    private static long written(LibertyServer server) {
        return Measures.of(server.uri())
                .count("tickertape_database_rows_total", "outcome", "written", "queue", "history");
    }

    private static void awaitNextMinute() {
        Instant next = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(next));
    }

    /// The changes of all quotes for a while; fails if one is missing.
    private static List<Event> quotes(LibertyServer server) {
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote"))) {
            stream.next("hello");
            List<Event> quotes = stream.next(50);
            Quotes.assertNoChangeIsMissing(
                    quotes.stream().filter(event -> event.is("quote")).toList());
            return quotes;
        }
    }
}
