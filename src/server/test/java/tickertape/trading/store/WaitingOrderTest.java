package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;
import tickertape.trading.order.ExecType;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;

/// An order at the market says that nothing more is shown once it was looked for, and not before.
class WaitingOrderTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    private final Bench bench = new Bench(database, "one");

    @Test
    void orderThatIsFilledInTheSameTurnNeverWaits() {
        bench.quote(quote("10.00", 60)).settle();

        placed(bench.place("ann", "a", market(BUY, 60)));

        assertThat(bench.orders)
                .extracting(Order::status, Order::reason)
                .containsExactly(tuple(OrdStatus.NEW, OrderReason.NONE), tuple(OrdStatus.FILLED, OrderReason.NONE));
        assertThat(bench.worker.counts().filled()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOfAnOrderSaysThatNothingMoreIsShown() {
        bench.quote(quote("10.00", 60)).settle();

        Order first = placed(bench.place("ann", "a", market(BUY, 100)));
        assertThat(first.reason()).isEqualTo(OrderReason.NONE);
        assertThat(bench.order("ann", first.id()))
                .extracting(Order::cumQty, Order::reason)
                .containsExactly(60L, OrderReason.NO_SIZE);

        // All that is shown is taken.
        Order second = placed(bench.place("bob", "b", market(BUY, 10)));
        assertThat(second.reason()).isEqualTo(OrderReason.NONE);
        assertThat(bench.order("bob", second.id()))
                .extracting(Order::status, Order::execType, Order::reason)
                .containsExactly(OrdStatus.NEW, ExecType.NEW, OrderReason.NO_SIZE);
        assertThat(bench.orders).last().extracting(Order::reason).isEqualTo(OrderReason.NO_SIZE);
        assertThat(bench.worker.counts().filled()).isEqualTo(1);
        int told = bench.orders.size();
        bench.quote(quote("10.00", 40)).settle();

        assertThat(bench.order("ann", first.id()))
                .extracting(Order::status, Order::reason)
                .containsExactly(OrdStatus.FILLED, OrderReason.NONE);
        assertThat(bench.orders).as("it still waits, which it has said").hasSize(told + 1);
        bench.quote(quote("10.00", 40)).settle();
        assertThat(bench.order("bob", second.id()).status()).isEqualTo(OrdStatus.FILLED);
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void whoSetsAPriceWaitsForThat() {
        bench.quote(quote("10.00", 60)).settle();

        long id = placed(bench.place("ann", "a", limit(BUY, 100, "10.50"))).id();

        assertThat(bench.order("ann", id))
                .extracting(Order::cumQty, Order::reason)
                .containsExactly(60L, OrderReason.NONE);
    }
}
