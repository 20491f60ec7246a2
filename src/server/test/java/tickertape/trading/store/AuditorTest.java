package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrderReason;

/// Books that do not balance are found, and nobody trades any more.
class AuditorTest {

    private final TestDatabase database = TestDatabase.with("trading");

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Bench bench() {
        return new Bench(database, "one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trading_account SET cash = cash + 1",
                "UPDATE trading_account SET reserved = reserved - 1",
                "UPDATE trading_position SET qty = qty + 1",
                "UPDATE trading_position SET opening_qty = opening_qty + 1",
                "UPDATE trading_position SET cost = cost - 0.01",
                "UPDATE trading_order SET cum_qty = cum_qty - 1",
                "DELETE FROM trading_fill",
                "DELETE FROM trading_entry WHERE asset = 'ACME' AND player = 0",
            })
    void booksThatDoNotBalanceAreFoundAtTheStartAndNobodyTrades(String crime) {
        Bench bench = bench().quote(quote("10.00", 60)).settle();
        placed(bench.place("ann", "a", limit(BUY, 100, "10.50")));
        assertThat(bench.faults()).isEmpty();
        database.execute(crime);

        assertThat(bench.faults()).isNotEmpty();
        Bench next = bench();

        assertThat(next.worker.isReady()).isFalse();
        assertThat(next.worker.faults()).isNotEmpty();
        assertThat(next.place("ann", "b", limit(BUY, 1, "10.00")))
                .isEqualTo(new Outcome.Refused(OrderReason.BOOKS_IN_DOUBT));
    }

    @Test
    void whoHasTradedIsCheckedMeanwhile() {
        Bench bench = bench().quote(quote("10.00", 60)).settle();
        placed(bench.place("ann", "a", limit(BUY, 10, "10.50")));
        database.execute("UPDATE trading_account SET cash = cash + 1");
        database.time().pass(Duration.ofSeconds(11));
        bench.settle();

        assertThat(bench.worker.isReady()).isFalse();
    }
}
