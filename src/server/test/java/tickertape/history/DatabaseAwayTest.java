package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// While the database is away, minutes wait; those that are too many are lost, and the data say so.
class DatabaseAwayTest {

    /// How many rows wait, of one symbol: half an hour.
    private static final int CAPACITY = 30;

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");

    private static final List<Interval> LENGTHS = Arrays.stream(Interval.values())
            .filter(interval -> interval != Interval.SECOND)
            .toList();

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private ServerRun run;

    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void start() {
        database.time().set(MORNING);
        run = new ServerRun(database, new ScriptedFeed("ACME", "BETA"), false, CAPACITY);
        run.tick();
        run.settle();
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    @Test
    void minutesWaitAndNothingIsLostOrMarked() {
        database.goAway();
        trade(20);
        comeBack();

        assertThat(run.candles("ACME", "PT1M"))
                .hasSize(20)
                .allSatisfy(candle -> assertThat(candle.marks()).isEmpty());
        assertThat(run.candles("ACME", "PT5M"))
                .hasSize(4)
                .allSatisfy(candle -> assertThat(candle.volume()).isEqualByComparingTo("5"));
    }

    @Test
    void oldestMinutesAreLostAndTheBarsAroundThemSaySo() {
        trade(5);
        run.settle();
        database.goAway();
        trade(CAPACITY + 40);
        comeBack();
        for (int part = 0; part < 6; part++) {
            trade(10);
            run.settle();
        }

        List<Candle> minutes = run.page("ACME", "PT1M", null, null, "5000").candles();
        assertThat(minutes.size()).isBetween(5 + CAPACITY - 5 + 60, 5 + CAPACITY + 60);
        assertThat(minutes).extracting(Candle::start).doesNotHaveDuplicates();
        ServerRun next = new ServerRun(database, new ScriptedFeed("ACME"));
        next.tick();
        assertThat(next.candles("ACME", "PT1H").stream()
                        .filter(hour -> hour.marks().contains(CandleMark.LOST))
                        .map(Candle::start))
                .containsExactly(MORNING.minusSeconds(1800), MORNING.plusSeconds(1800));
        assertThat(next.candles("ACME", "P1D").getFirst().marks()).contains(CandleMark.LOST);
        next.close();
    }

    @Test
    void barsOnBothSidesOfAHoleSaySoAtEachLength() {
        loseFortyMinutes();

        assertThat(lost("PT1M")).containsExactly(time("14:34"), time("15:15"));
        assertThat(lost("PT5M")).containsExactly(time("14:30"), time("15:15"));
        assertThat(lost("PT15M")).containsExactly(time("14:30"), time("15:15"));
        assertThat(lost("PT1H")).containsExactly(time("14:00"), time("15:00"));
        assertThat(lost("P1D")).hasSize(1);
        assertThat(lost("P1W")).hasSize(1);
    }

    @Test
    void marksDoNotChangeAnyMoreAndRangesWithAHoleHaveThem() {
        loseFortyMinutes();
        List<List<Instant>> first =
                LENGTHS.stream().map(Interval::text).map(this::lost).toList();
        for (int part = 0; part < 8; part++) {
            trade(10);
            run.settle();
        }

        assertThat(LENGTHS.stream().map(Interval::text).map(this::lost).toList())
                .isEqualTo(first);
        CandlePage hole =
                run.page("ACME", "PT1M", time("14:30").toString(), time("15:20").toString(), null);
        assertThat(hole.closed()).isTrue();
        assertThat(hole.candles()).hasSize(10);
        assertThat(hole.candles().get(4).marks()).containsExactly(CandleMark.LOST);
        assertThat(hole.candles().get(5).marks()).containsExactly(CandleMark.LOST);
    }

    /// The hour was whole in memory when it ended; the day goes on in memory, and ends later.
    @Test
    void barsThatAreWholeInMemorySayThatTheDatabaseLacksSomething() {
        loseFortyMinutes();

        assertThat(run.page(
                                "ACME",
                                "PT1H",
                                time("14:00").toString(),
                                time("15:00").toString(),
                                null)
                        .candles())
                .singleElement()
                .satisfies(hour -> assertThat(hour.marks()).containsExactly(CandleMark.LOST));
        Candle forming = run.candles("ACME", "P1D").getFirst();
        assertThat(forming.complete()).isFalse();
        assertThat(forming.marks()).containsExactly(CandleMark.LOST);
    }

    @Test
    void hourAndDayWhoseOwnRowsWereLostAreAddedUpAtOnce() {
        run.trade("ACME", "10.00", "1").tick();
        database.time().set(Instant.parse("2026-11-24T04:55:00Z"));
        run.tick();
        trade(3);
        run.settle();
        database.goAway();
        trade(CAPACITY + 40);
        comeBack();

        ServerRun next = new ServerRun(database, new ScriptedFeed("ACME"));
        next.tick();
        assertThat(next.candles("ACME", "PT1H").get(1)).satisfies(hour -> {
            assertThat(hour.start()).isEqualTo("2026-11-24T04:00:00Z");
            assertThat(hour.volume()).isEqualByComparingTo("3");
            assertThat(hour.marks()).containsExactly(CandleMark.LOST);
        });
        assertThat(next.candles("ACME", "P1D").getFirst()).satisfies(day -> {
            assertThat(day.volume()).isEqualByComparingTo("4");
            assertThat(day.marks()).containsExactly(CandleMark.LOST);
        });
        next.close();
    }

    @Test
    void hourAndDayBeforeAHoleThatBeginsWithTheNextOnesSaySo() {
        database.time().set(Instant.parse("2026-11-24T04:58:00Z"));
        run.tick();
        trade(2);
        run.settle();
        database.goAway();
        trade(CAPACITY + 40);
        comeBack();
        trade(1);
        run.settle();

        List<Candle> hours = run.candles("ACME", "PT1H");
        assertThat(hours.getFirst().marks()).containsExactly(CandleMark.LOST);
        assertThat(run.candles("ACME", "P1D"))
                .allSatisfy(day -> assertThat(day.marks()).containsExactly(CandleMark.LOST))
                .hasSize(2);
    }

    @Test
    void firstBarAfterAHoleSaysSoHoweverLateItComes() {
        trade(5);
        run.settle();
        run.trade("BETA", "20.00", "1").tick();
        database.goAway();
        trade(CAPACITY + 40);
        comeBack();
        run.close();
        run = new ServerRun(database, new ScriptedFeed("ACME", "BETA"), false, CAPACITY);
        run.tick();
        trade(10);
        run.trade("BETA", "20.00", "1").tick();
        trade(2);
        run.settle();
        trade(1);

        assertThat(run.candles("BETA", "PT1M")).last().satisfies(minute -> {
            assertThat(minute.start()).isEqualTo(time("15:55"));
            assertThat(minute.marks()).contains(CandleMark.LOST);
        });
    }

    private void loseFortyMinutes() {
        trade(5);
        run.settle();
        database.goAway();
        trade(CAPACITY + 40);
        comeBack();
        trade(3);
        run.settle();
        trade(1);
        run.settle();
    }

    private List<Instant> lost(String interval) {
        return run.page("ACME", interval, null, null, "5000").candles().stream()
                .filter(candle -> candle.marks().contains(CandleMark.LOST))
                .map(Candle::start)
                .toList();
    }

    private static Instant time(String clock) {
        return Instant.parse("2026-11-23T%s:00Z".formatted(clock));
    }

    private void trade(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            run.trade("ACME", "10.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
        }
    }

    private void comeBack() {
        database.recover();
        run.settle();
    }
}
