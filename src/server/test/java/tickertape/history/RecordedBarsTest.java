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
import tickertape.wire.MarketPhase;

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
                    .containsExactly("14:58 1", "15:00 100", "15:01 100", "15:02 100", "15:30 1", "17:00 1", "17:01 1");
            assertThat(volumes(run, "PT1H")).containsExactly("14:00 1", "15:00 301", "17:00 1", "17:00 1");
            assertThat(volumes(run, "P1D")).containsExactly("05:00 303", "05:00 1");
        }
    }

    @Test
    void recordingThatIsShorterThanAMinuteLeavesItsBars() {
        Instant last = FIRST.plusNanos(20_000_000_789L);
        play(last, FIRST, last);

        assertThat(kept("PT1M")).containsExactly("15:00 200");
        assertThat(kept("PT1H")).containsExactly("15:00 200");
        assertThat(kept("P1D")).containsExactly("05:00 200");
        assertThat(kept("P1W")).containsExactly("05:00 200");
    }

    /// So many may have to wait for the next tick.
    @Test
    void tradesOfTheLastMomentAreInTheLastMinute() {
        play(LAST, FIRST, LAST, LAST, LAST);

        assertThat(kept("PT1M")).containsExactly("15:00 100", "15:02 300");
        assertThat(kept("PT1H")).containsExactly("15:00 400");
    }

    @Test
    void lastMinuteOfARecordingIsServedAsOneThatHasEnded() {
        var feed = new ScriptedFeed("ACME");
        feed.lastRecorded = Optional.of(LAST);
        try (var run = new ServerRun(database, feed)) {
            run.tick();
            run.recorded("ACME", "800.00", "100", LAST);
            database.time().pass(Duration.ofSeconds(1));
            run.tickAlone();
            assertThat(run.candles("ACME", "PT1M").getLast().complete()).isFalse();
            run.tickAfter(Duration.ofMillis(250));
            assertThat(run.candles("ACME", "PT1M").getLast().complete()).isTrue();
        }
    }

    /// A busy machine may miss a tick, also the one with the last trade.
    @Test
    void recordingHasEndedWhenItsMarketHasClosed() {
        var feed = new ScriptedFeed("ACME");
        feed.lastRecorded = Optional.of(LAST);
        try (var run = new ServerRun(database, feed)) {
            run.recorded("ACME", "800.00", "100", FIRST);
            run.tick();
            run.miss();
            run.next.phase = MarketPhase.CLOSED;
            run.tickAfter(Duration.ofMillis(250));
            run.settle();
        }

        assertThat(kept("PT1M")).containsExactly("15:00 100");
    }

    private void play() {
        play(LAST, FIRST, FIRST.plusSeconds(65), LAST);
    }

    /// @param last the recording's last moment
    /// @param times of its trades, each in a tick of its own
    private void play(Instant last, Instant... times) {
        var feed = new ScriptedFeed("ACME");
        feed.lastRecorded = Optional.of(last);
        try (var run = new ServerRun(database, feed)) {
            for (Instant time : times) {
                run.recorded("ACME", "800.00", "100", time);
                run.tickAfter(Duration.ofMillis(250));
            }
            run.tickAfter(Duration.ofMillis(250));
            run.tickAfter(Duration.ofMillis(250));
            run.settle();
        }
    }

    /// What the next run finds.
    private List<String> kept(String interval) {
        try (var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            run.tick();
            run.settle();
            return volumes(run, interval);
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
