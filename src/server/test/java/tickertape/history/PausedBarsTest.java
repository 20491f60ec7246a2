package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.tape.Position;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// While the database is away, the stream says so with the bars that are forming.
class PausedBarsTest {

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private final ServerRun run = new ServerRun(database, new ScriptedFeed("ACME", "BETA"));

    Dialect dialect() {
        return Dialect.H2;
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    @Test
    void barsThatAreFormingSaySoAndSayWhenItIsOver() {
        database.time().set(Instant.parse("2026-11-23T14:30:00Z"));
        run.trade("BETA", "20.00", "1").tick();
        trade();
        run.settle();
        Position before = run.page("ACME", "PT1M", null, null, null).position();
        database.goAway();
        trade();
        run.awaitPause();
        trade();

        assertThat(run.stream(before, "ACME", "PT5M")).last().satisfies(PausedBarsTest::isPaused);
        assertThat(run.stream(before, "BETA", "PT5M"))
                .as("nobody trades it")
                .last()
                .satisfies(PausedBarsTest::isPaused);
        assertThat(run.stream(before, "ACME", "PT1M"))
                .filteredOn(Candle::complete)
                .hasSize(2)
                .allSatisfy(PausedBarsTest::isUnmarked);

        database.recover();
        run.settle();
        run.tickAfter(Duration.ofSeconds(10));

        assertThat(run.stream(before, "ACME", "PT5M")).last().satisfies(PausedBarsTest::isUnmarked);
        assertThat(run.stream(before, "BETA", "PT5M")).last().satisfies(PausedBarsTest::isUnmarked);
        assertThat(run.candles("ACME", "PT5M")).hasSize(1).allSatisfy(PausedBarsTest::isUnmarked);
    }

    private void trade() {
        run.trade("ACME", "10.00", "1").tick();
        run.tickAfter(Duration.ofMinutes(1));
    }

    private static void isPaused(Candle bar) {
        assertThat(bar.marks()).containsExactly(CandleMark.PAUSED);
    }

    private static void isUnmarked(Candle bar) {
        assertThat(bar.marks()).isEmpty();
    }
}
