package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;

/// A recording is played into a database that has bars of its own.
class RecordedBarsTest {

    private static final Instant FIRST = Instant.parse("2013-11-25T15:00:10Z");
    private static final Instant LAST = FIRST.plusSeconds(130);

    private final TestDatabase database = TestDatabase.of(dialect(), "history");

    Dialect dialect() {
        return Dialect.H2;
    }

    @AfterEach
    void end() throws SQLException {
        database.close();
    }

    @Test
    void recordingReplacesTheBarsOfItsOwnSpanAndNoOthers() {
        database.time().set(FIRST);
        try (var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            for (String time : List.of("14:58:00", "15:00:30", "15:01:30", "15:30:00", "17:00:00")) {
                database.time().set(Instant.parse("2013-11-25T%sZ".formatted(time)));
                run.trade("ACME", "10.00", "1").tick();
                run.tickAfter(Duration.ofMinutes(1));
            }
            run.tickAfter(Duration.ofDays(1));
            run.trade("ACME", "10.00", "1").tickAfter(Duration.ofDays(9));
            run.tickAfter(Duration.ofSeconds(1));
            run.settle();
        }

        play();
        play();

        try (var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            run.tickAfter(Duration.ofMinutes(2));
            run.settle();
            assertThat(volumes(run, "PT1M"))
                    .containsExactly("14:58 1", "15:00 100", "15:01 100", "15:30 1", "17:00 1", "17:01 1");
            assertThat(volumes(run, "PT1H")).containsExactly("14:00 1", "15:00 201", "17:00 1", "17:00 1");
            assertThat(volumes(run, "P1D")).containsExactly("05:00 203", "05:00 1");
        }
    }

    private void play() {
        var feed = new ScriptedFeed("ACME");
        feed.lastRecorded = Optional.of(LAST);
        try (var run = new ServerRun(database, feed)) {
            for (Instant time = FIRST; !time.isAfter(LAST); time = time.plusSeconds(65)) {
                run.recorded("ACME", "800.00", "100", time);
                run.tickAfter(Duration.ofMillis(250));
            }
            run.settle();
        }
    }

    private static List<String> volumes(ServerRun run, String interval) {
        return run.candles("ACME", interval).stream()
                .map(RecordedBarsTest::volume)
                .toList();
    }

    private static String volume(Candle candle) {
        return "%s %s".formatted(candle.start().toString().substring(11, 16), candle.volume());
    }
}
