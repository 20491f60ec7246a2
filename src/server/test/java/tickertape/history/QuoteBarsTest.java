package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Quote;

/// Bars of a feed that knows no trades, from the tick to the answer.
class QuoteBarsTest {

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private final ServerRun run = new ServerRun(database, new ScriptedFeed("ACME"));

    Dialect dialect() {
        return Dialect.H2;
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    @Test
    void feedWithoutTradesGivesBarsOfQuotesThatSaySo() {
        run.tick(quote("10.00", "10.10"));
        run.tick(quote("10.20", "10.30"));
        run.tick(quote("10.10", "10.30"));
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();

        Candle served = run.candles("ACME", "PT1M").getFirst();
        assertThat(served.marks()).contains(CandleMark.QUOTES);
        assertThat(List.of(served.open(), served.high(), served.low(), served.close()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("10.05"),
                        new BigDecimal("10.25"),
                        new BigDecimal("10.05"),
                        new BigDecimal("10.20"));
        assertThat(served.volume()).isZero();
        assertThat(served.vwap()).isNull();
    }

    @Test
    void onlyTradesCountAsSoonAsThereAreAny() {
        run.tick(quote("10.00", "10.10"));
        run.trade("ACME", "12.00", "1").tick(quote("11.00", "11.10"));
        database.time().pass(Duration.ofSeconds(1));
        run.tick(quote("13.00", "13.10"));

        assertThat(run.candles("ACME", "PT1M")).singleElement().satisfies(candle -> {
            assertThat(candle.low()).isEqualByComparingTo("12.00");
            assertThat(candle.high()).isEqualByComparingTo("12.00");
            assertThat(candle.marks()).isEmpty();
        });
    }

    private static Quote quote(String bid, String ask) {
        return Samples.quote("ACME", Map.of("bid", new BigDecimal(bid), "ask", new BigDecimal(ask)));
    }
}
