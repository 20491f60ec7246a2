package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.tape.Position;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.wire.Candle;

/// Who sees prices late sees the bars as they were then.
class DelayedBarsTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");
    private static final Duration HALF = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private ServerRun run;

    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void start() {
        database.time().set(MORNING);
        run = new ServerRun(database, new ScriptedFeed("ACME"));
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    /// A trade at the beginning of each minute, at a price that rises by a cent from 10.10 on.
    private void trade(int from, int to) {
        for (int minute = from; minute < to; minute++) {
            run.trade("ACME", "10." + (minute + 10), "1").tick();
            run.tickAfter(HALF);
            run.tickAfter(HALF);
        }
    }

    private List<Candle> late(String interval) {
        return run.latePage("ACME", interval, null, null).candles();
    }

    @Test
    void barsThatEndedLaterAreNotThere() {
        trade(0, 20);

        List<Candle> bars = late("PT1M");

        assertThat(bars).isEqualTo(run.candles("ACME", "PT1M").subList(0, 5));
        assertThat(late("PT1S")).last().extracting(Candle::start).isEqualTo(MORNING.plusSeconds(4 * 60));
    }

    @Test
    void longBarsAreAsTheyWereWhileTheyFormed() {
        trade(0, 20);

        for (String interval : List.of("PT15M", "PT1H", "P1D", "P1W")) {
            assertThat(late(interval)).singleElement().satisfies(bar -> {
                assertThat(bar.complete()).isFalse();
                assertThat(bar.close()).isEqualTo("10.14");
                assertThat(bar.high()).isEqualTo("10.14");
                assertThat(bar.vwap()).isEqualTo("10.1200");
                assertThat(bar.trades()).isEqualTo(5);
            });
        }
    }

    @Test
    void pagesLeadToWhatIsOldEnough() {
        trade(0, 20);

        CandlePage first = run.latePage("ACME", "PT1M", MORNING.toString(), "3");
        CandlePage last = run.latePage("ACME", "PT1M", MORNING.plusSeconds(180).toString(), "3");

        assertThat(first.candles()).hasSize(3);
        assertThat(first.newer()).isPresent();
        assertThat(last.candles()).hasSize(2);
        assertThat(last.newer()).isEmpty();
    }

    @Test
    void streamGoesOnFromThePage() {
        trade(0, 20);
        CandlePage page = run.latePage("ACME", "PT1M", null, null);
        assertThat(run.lateStream(page.position(), "ACME", "PT1M")).isEmpty();

        trade(20, 21);

        assertThat(run.lateStream(page.position(), "ACME", "PT1M"))
                .filteredOn(Candle::complete)
                .extracting(Candle::start)
                .containsExactly(MORNING.plus(MINUTE.multipliedBy(5)));
    }

    @Test
    void tagsOfWhatIsLateAreOthersThanThoseOfNow() {
        trade(0, 20);

        assertThat(run.latePage("ACME", "PT1M", null, null).version()).isNegative();
        assertThat(run.page("ACME", "PT1M", null, null, null).version()).isPositive();
    }

    @Test
    void serverThatIsYoungerThanTheDelayHasWhatEndedBeforeItInTheDatabase() {
        trade(0, 20);
        run.settle();
        run.close();
        run = new ServerRun(database, new ScriptedFeed("ACME"));
        run.tick();

        CandlePage page = run.latePage("ACME", "PT1M", null, null);
        assertThat(page.candles()).hasSize(5);
        assertThat(page.position()).isEqualTo(new Position(Tapes.EPOCH, 0));
        assertThat(late("PT15M")).isEmpty();

        run.tickAfter(Duration.ofMinutes(5));
        CandlePage later = run.latePage("ACME", "PT1M", null, null);
        assertThat(later.candles()).hasSize(10);
        assertThat(later.version()).isNotEqualTo(page.version());
    }

    @Test
    void nothingOfThisRunIsThereBeforeTheTapeHasIt() {
        trade(0, 3);
        run.settle();

        assertThat(run.candles("ACME", "PT1M")).hasSize(3);
        assertThat(late("PT1M")).isEmpty();
    }

    @Test
    void recordingOfLongAgoIsNotOldEnoughBecauseOfItsTimes() {
        Instant recorded = Instant.parse("2014-03-01T12:00:00Z");
        for (int minute = 0; minute < 3; minute++) {
            run.recorded("ACME", "5.00", "1", recorded.plus(MINUTE.multipliedBy(minute)));
            run.tickAfter(Duration.ofSeconds(2));
        }
        run.settle();

        assertThat(run.candles("ACME", "PT1M")).hasSize(3);
        assertThat(late("PT1M")).isEmpty();
    }

    @Test
    void momentDoesNotFollowTheClockOfTheMachine() {
        var time = new FakeTime();
        var moment = new DelayedMoment(MINUTE, time, time::nanoTime);
        Instant begin = time.instant();

        time.set(begin.plus(Duration.ofDays(1)));
        assertThat(moment.now()).isEqualTo(begin.minus(MINUTE));

        time.pass(HALF);
        assertThat(moment.now()).isEqualTo(begin.minus(HALF));
    }
}
