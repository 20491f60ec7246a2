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
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// While the database is away, minutes wait; those that are too many are lost, and the data say so.
class DatabaseAwayTest {

    /// How many rows wait, of one symbol: half an hour.
    private static final int CAPACITY = 30;

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");

    private final TestDatabase database = TestDatabase.with("history");
    private ServerRun run;

    @BeforeEach
    void start() {
        database.time().set(MORNING);
        run = new ServerRun(database, new ScriptedFeed("ACME"), false, CAPACITY);
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

    private void trade(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            run.trade("ACME", "10.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
        }
    }

    private void comeBack() {
        database.comeBack();
        database.execute("DELETE FROM history_day WHERE 1 = 0");
        run.settle();
    }
}
