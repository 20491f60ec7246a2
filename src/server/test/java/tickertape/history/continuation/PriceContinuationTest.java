package tickertape.history.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.market.LastPrice;
import tickertape.market.Tick;
import tickertape.store.TestDatabase;
import tickertape.testing.LogRecords;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

class PriceContinuationTest {

    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");

    @AutoClose
    private final TestDatabase test = TestDatabase.with("continuation");

    @AutoClose
    private final LogRecords log = new LogRecords(PriceContinuation.class);

    private final PriceContinuation continuation = new PriceContinuation(test.database(), test.queues());

    @Test
    void firstRunHasNothingToGoOnFrom() {
        assertThat(continuation.lastPrices()).isEmpty();
    }

    @Test
    void newestPriceOfEachSymbolIsKept() {
        continuation.onTick(tick(quote(AAPL, "233.50", "230.00"), quote(MSFT, "412.10", "410.00")));
        continuation.onTick(tick(quote(AAPL, "233.75", "230.00")));

        test.queues().close();

        Map<Symbol, LastPrice> prices = continuation.lastPrices();
        assertThat(prices).hasSize(2);
        assertThat(prices.get(AAPL).last()).isEqualByComparingTo("233.75");
        assertThat(prices.get(AAPL).previousClose()).isEqualByComparingTo("230.00");
        assertThat(prices.get(MSFT).last()).isEqualByComparingTo("412.10");
    }

    @Test
    void databaseThatIsAwayLetsTheMarketBeginAnewAndSaysSo() {
        log.listen();
        test.goAway();

        assertThat(continuation.lastPrices()).isEmpty();
        assertThat(log.lines())
                .containsExactly("The market begins anew, because its last prices can't be read:"
                        + " The database is not available: it is away");
    }

    private static Tick tick(Quote... quotes) {
        return new Tick(null, List.of(), Stream.of(quotes).toList());
    }

    private static Quote quote(Symbol symbol, String last, String previousClose) {
        BigDecimal price = new BigDecimal(last);
        BigDecimal close = new BigDecimal(previousClose);
        return new Quote(
                symbol,
                null,
                null,
                null,
                null,
                price,
                BigDecimal.TEN,
                price,
                price,
                price,
                close,
                price.subtract(close),
                BigDecimal.ONE,
                BigDecimal.TEN,
                1,
                Instant.parse("2026-11-23T09:30:00Z"),
                null,
                QuoteStatus.TRADING);
    }
}
