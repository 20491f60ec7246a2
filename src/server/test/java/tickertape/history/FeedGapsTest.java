package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.TestDatabase;
import tickertape.tape.Position;
import tickertape.testing.Tapes;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// Trades beside those that are missing count in the minutes that they are of.
class FeedGapsTest {

    private static final Instant BEFORE = Instant.parse("2026-11-23T15:05:59.950Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.with("history");

    @AutoClose
    private final ServerRun run = new ServerRun(database, new ScriptedFeed("ACME"));

    @BeforeEach
    void begin() {
        database.time().set(BEFORE.minusSeconds(30));
        run.tick();
        database.time().set(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tradeThatCameBeforeTheMinuteWasOverCountsInIt(boolean missed) {
        run.trade("ACME", "10.00", "1");
        database.time().pass(Duration.ofMillis(150));
        lack(missed);
        run.tick();
        run.trade("ACME", "12.00", "2").tickAfter(Duration.ofSeconds(1));

        List<Candle> minutes = run.candles("ACME", "PT1M");
        assertThat(minutes).extracting(candle -> candle.volume().intValue()).containsExactly(1, 2);
        assertThat(minutes).allSatisfy(candle -> assertThat(candle.marks()).containsExactly(CandleMark.GAP));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allMinutesThatTheTradesOfTheTickAreOfSaySo(boolean missed) {
        for (int minute = 0; minute < 3; minute++) {
            run.trade("ACME", "10.00", "1");
            database.time().pass(Duration.ofMinutes(1));
        }
        lack(missed);
        run.tick();
        run.tickAfter(Duration.ofSeconds(1));
        run.trade("ACME", "10.00", "1").tickAfter(Duration.ofMinutes(1));

        assertThat(run.candles("ACME", "PT1M"))
                .extracting(Candle::marks)
                .containsExactly(List.of(CandleMark.GAP), List.of(CandleMark.GAP), List.of(CandleMark.GAP), List.of());
    }

    @Test
    void symbolThatAGapMakesKnownKeepsItsTradeOfTheMinuteBefore() {
        run.trade("NEW", "10.00", "1");
        database.time().pass(Duration.ofMillis(150));
        run.next.gap("NEW");
        run.tickAlone();
        run.trade("NEW", "12.00", "2").tickAfter(Duration.ofSeconds(1));

        assertThat(run.stream(new Position(Tapes.EPOCH, 0), "NEW", "PT1M"))
                .filteredOn(Candle::complete)
                .extracting(candle -> candle.start().toString())
                .containsExactly("2026-11-23T15:05:00Z");
    }

    private void lack(boolean missed) {
        if (missed) {
            run.miss();
        } else {
            run.next.gap("ACME");
        }
    }
}
