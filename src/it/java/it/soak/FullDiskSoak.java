package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import it.history.MinuteWatch;
import it.store.DatabaseHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The disk of H2 is full: ten minutes of 2,000 instruments wait and are written when there is room again; more are
/// counted and marked.
class FullDiskSoak {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int WATCHED = 10;

    @Test
    void tenMinutesOfTwoThousandInstrumentsWait() {
        int minutes = Integer.getInteger("full.minutes", 10);
        try (var disk = SmallDisk.ofMegabytes(200);
                var server = start(disk)) {
            awaitMinutes(1);
            var watch = new MinuteWatch(server, WATCHED);
            fill(disk, server);
            awaitMinutes(minutes);
            long waiting = health(server).waiting();
            disk.free();
            await().atMost(PATIENCE).until(() -> health(server).paused().isEmpty());
            awaitMinutes(1);

            watch.end().assertServed(minutes);
            assertThat(health(server).lost()).isZero();
            assertThat(server.log().lines().filter(line -> line.contains("tickertape.store.")))
                    .as("what the log says")
                    .hasSize(2)
                    .anyMatch(line -> line.contains(
                            "Nothing is written to the database, and quotes go on without it:" + " the disk is full, "))
                    .anyMatch(line -> line.contains("The database is written again, after PT"));
            System.out.printf("%s rows waited after %s minutes, and none was lost%n", waiting, minutes);

            server.kill();
            server.startAgain();
            watch.assertServed(minutes);
        }
    }

    @Test
    void whatIsMoreIsCountedAndMarked() {
        int minutes = Integer.getInteger("full.minutes", 10) + 4;
        try (var disk = SmallDisk.ofMegabytes(200);
                var server = start(disk)) {
            awaitMinutes(1);
            fill(disk, server);
            awaitMinutes(minutes);
            disk.free();
            await().atMost(PATIENCE).until(() -> health(server).paused().isEmpty());
            awaitMinutes(1);

            long lost = Measures.of(server.uri())
                    .count("tickertape_database_rows_total", "outcome", "lost", "queue", "history");
            assertThat(lost).isPositive();
            assertThat(health(server).lost()).isEqualTo(lost);
            assertThat(server.log()).containsPattern("Database: \\d+ rows of history lost because 24000 were waiting");
            String symbol = Instruments.of(server.uri()).symbols().getFirst();
            assertThat(Http.get(server.uri("api/candles/%s?interval=PT1M".formatted(symbol)))
                            .body())
                    .contains("\"lost\"");
            System.out.printf("%s rows were lost after %s minutes%n", lost, minutes);
        }
    }

    private static LibertyServer start(SmallDisk disk) {
        LibertyServer server = LibertyServer.start(Map.of(
                "DATABASE_URL",
                "jdbc:h2:file:%s/tickertape;WRITE_DELAY=200;DB_CLOSE_ON_EXIT=FALSE".formatted(disk.folder()),
                "SIMULATOR_INSTRUMENTS",
                "2000",
                "TICKER_INTERVAL",
                TICK.toString(),
                // Seconds in which this machine does something else must not cost the reader a trade.
                "STREAM_BACKLOG",
                "100000"));
        Quotes.awaitOneOfEach(server.uri());
        return server;
    }

    private static void fill(SmallDisk disk, LibertyServer server) {
        disk.fill();
        await().atMost(PATIENCE).until(() -> health(server).paused().contains("history"));
        assertThat(health(server))
                .returns(200, DatabaseHealth::ready)
                .returns(true, DatabaseHealth::available)
                .matches(health -> health.reason().startsWith("the disk is full, "));
        assertThat(Measures.of(server.uri()).count("tickertape_database_queue_paused", "queue", "history"))
                .isEqualTo(1);
    }

    private static DatabaseHealth health(LibertyServer server) {
        return DatabaseHealth.of(server.uri());
    }

    // A minute is over when a trade of the next one was read.
    private static void awaitMinutes(int minutes) {
        Instant until = Instant.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(Duration.ofMinutes(minutes))
                .plus(TICK.multipliedBy(2));
        await().atMost(Duration.ofMinutes(minutes).plus(PATIENCE))
                .until(() -> Instant.now().isAfter(until));
    }
}
