package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrderReason;

/// Who may have orders, and how many.
class OrderLimitTest {

    private final TestDatabase database = TestDatabase.with("trading");

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void orderThatComesAfterTheEndOfItsAccountIsRefused() {
        Bench bench = new Bench(database, "one");
        placed(bench.place("ann", "a", limit(BUY, 1, "10.00")));
        var late = bench.submit("ann", "b", limit(BUY, 1, "10.00"));

        bench.worker.forget("ann");
        bench.settle();

        assertThat(late.resultNow()).isEqualTo(new Outcome.Refused(OrderReason.ACCOUNT_DELETED));
        assertThat(bench.place("bob", "a", limit(BUY, 1, "10.00"))).isInstanceOf(Outcome.Placed.class);
    }

    @Test
    void ownerHasOnlySoManyOpenOrders() {
        Bench bench = new Bench(database, "one");
        for (int i = 0; i < Bench.MOST; i++) {
            placed(bench.place("ann", "n" + i, limit(BUY, 1, "10.00")));
        }
        assertThat(bench.place("ann", "more", limit(BUY, 1, "10.00")))
                .isEqualTo(new Outcome.Refused(OrderReason.TOO_MANY_ORDERS));
    }
}
