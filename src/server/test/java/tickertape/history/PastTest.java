package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.Samples;
import tickertape.market.feed.SimulatedFeed;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.testing.LogRecords;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// An instrument that has no bars begins with a made up past, and no other one does.
class PastTest {

    private static final Instrument ACME = Samples.instrument("ACME");

    @AutoClose
    private final LogRecords log = new LogRecords(PastWriter.class);

    private final TestDatabase database = TestDatabase.of(dialect(), "history");

    Dialect dialect() {
        return Dialect.H2;
    }

    @AfterEach
    void end() throws SQLException {
        database.close();
    }

    @Test
    void veryFirstStartHasAYearOfDaysAndFiveDaysOfMinutes() {
        database.time().set(Instant.parse("2026-11-27T17:00:00Z"));
        log.listen();
        try (var run = begin(1)) {
            run.tick();
            assertThat(log.lines()).containsExactly("The past of 1 instruments was made up and written in PT0S");

            assertThat(run.page("ACME", "P1D", null, null, "5000").candles()).hasSize(261);
            assertThat(run.page("ACME", "PT1M", null, null, "5000").candles()).hasSize(5 * 390);
            assertThat(run.page("ACME", "PT5M", null, null, "5000").candles()).hasSize(5 * 78);
            // A session begins at half past.
            assertThat(run.page("ACME", "PT1H", null, null, "5000").candles()).hasSize(5 * 7);
            List<Candle> weeks = run.page("ACME", "P1W", null, null, "5000").candles();
            assertThat(weeks).hasSizeBetween(53, 54);
            assertThat(weeks.getLast().complete()).as("this week").isFalse();
            assertThat(weeks.getLast().close()).isEqualByComparingTo(ACME.referencePrice());
            assertThat(run.candles("ACME", "P1D"))
                    .allSatisfy(day -> assertThat(day.marks()).containsExactly(CandleMark.SIMULATED));
        }
    }

    @Test
    void laterStartMakesNothingUp() {
        database.time().set(Instant.parse("2026-11-27T17:00:00Z"));
        List<Candle> before;
        try (var run = begin(1)) {
            before = run.afterATick().page("ACME", "PT1M", null, null, "5000").candles();
            run.settle();
        }
        database.time().pass(Duration.ofDays(3));

        try (var run = begin(2)) {
            assertThat(run.afterATick().page("ACME", "PT1M", null, null, "5000").candles())
                    .isEqualTo(before);
        }
    }

    @Test
    void instrumentThatJoinsLaterGetsItsPastAndTheOthersKeepTheirs() {
        database.time().set(Instant.parse("2026-11-27T17:00:00Z"));
        List<Candle> before;
        try (var run = begin(1)) {
            before = run.afterATick().page("ACME", "P1D", null, null, "5000").candles();
            run.settle();
        }

        log.listen();
        try (var run = begin(2, ACME, Samples.instrument("BETA"))) {
            run.afterATick();
            assertThat(log.lines()).containsExactly("The past of 1 instruments was made up and written in PT0S");
            assertThat(run.page("ACME", "P1D", null, null, "5000").candles()).isEqualTo(before);
            assertThat(run.page("BETA", "P1D", null, null, "5000").candles()).hasSize(261);
            assertThat(run.page("BETA", "PT1M", null, null, "5000").candles()).hasSize(5 * 390);
            assertThat(run.candles("BETA", "P1W").getLast().close())
                    .isEqualByComparingTo(Samples.instrument("BETA").referencePrice());
        }
    }

    private ServerRun begin(long seed) {
        return begin(seed, ACME);
    }

    private ServerRun begin(long seed, Instrument... instruments) {
        Duration interval = Duration.ofMillis(250);
        var feed = new SimulatedFeed(List.of(instruments), seed, TradingDay.endless(interval), Pace.BURSTY);
        return new ServerRun(database, feed, true, HistoryStore.CAPACITY);
    }
}
