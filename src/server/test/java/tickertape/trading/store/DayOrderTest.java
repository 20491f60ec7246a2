package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.ACME;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.TimeInForce;
import tickertape.wire.MarketPhase;

/// Orders for the day end when the market closes, and not when it only says once more that it is closed.
class DayOrderTest {

    private static final BigDecimal PRICE = new BigDecimal("9.00");
    private static final OrderTerms DAY = new OrderTerms(ACME, BUY, OrdType.LIMIT, TimeInForce.DAY, 10, PRICE, null);

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    private final Bench bench = new Bench(database, "one");

    private Bench after(int seconds, MarketPhase phase) {
        database.time().pass(Duration.ofSeconds(seconds));
        return bench.status(phase);
    }

    private long place(String name) {
        var outcome =
                bench.submit("ann", name, DAY, PRICE, database.time().instant().plus(Duration.ofHours(20)));
        bench.settle();
        return placed(outcome.resultNow()).id();
    }

    private void checkExpired(long order) {
        assertThat(bench.order("ann", order).status()).isEqualTo(OrdStatus.EXPIRED);
        assertThat(bench.order("ann", order).reason()).isEqualTo(OrderReason.END_OF_DAY);
    }

    @Test
    void orderThatIsPlacedAfterTheCloseWaitsForTheNextOne() {
        after(1, MarketPhase.OPEN).settle();
        long before = place("before");
        after(1, MarketPhase.CLOSED).settle();
        checkExpired(before);
        database.time().pass(Duration.ofSeconds(1));
        long afterwards = place("afterwards");

        after(3, MarketPhase.CLOSED).settle();

        assertThat(bench.order("ann", afterwards).isOpen()).isTrue();
        after(1, MarketPhase.OPEN).settle();
        assertThat(bench.order("ann", afterwards).isOpen()).isTrue();
        after(1, MarketPhase.CLOSED).settle();
        checkExpired(afterwards);
    }

    @Test
    void closeAfterASessionThatWasNotLookedAtIsOneAsWell() {
        after(1, MarketPhase.CLOSED).settle();
        database.time().pass(Duration.ofSeconds(1));
        long order = place("a");

        after(1, MarketPhase.OPEN);
        after(1, MarketPhase.CLOSED).settle();

        checkExpired(order);
    }

    @Test
    void marketThatIsClosedWhenTheServerStartsHasNotClosedJustNow() {
        long order = place("a");

        after(1, MarketPhase.CLOSED).settle();

        assertThat(bench.order("ann", order).isOpen()).isTrue();
    }
}
