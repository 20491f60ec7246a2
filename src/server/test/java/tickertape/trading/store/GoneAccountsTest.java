package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import tickertape.store.DatabaseException;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrderReason;

/// Who has deleted an account is not brought back, whatever still waits of it.
class GoneAccountsTest {

    @Test
    void orderThatStillWaitsDoesNotBringBackWhoIsGone() throws SQLException {
        try (var database = TestDatabase.of(Dialect.H2, "trading")) {
            var bench = new Bench(database, "one");
            placed(bench.place("ann", "a", limit(BUY, 10, "9.00")));
            var waiting = bench.submit("ann", "b", limit(BUY, 10, "9.00"));

            bench.worker.forget("ann");
            bench.later();

            assertThat(waiting.resultNow()).isEqualTo(new Outcome.Refused(OrderReason.ACCOUNT_DELETED));
            assertThat(database.execute("UPDATE trading_player SET gone = gone WHERE account = 'ann' OR name = 'ann'"))
                    .isZero();
            assertThat(bench.faults()).isEmpty();
        }
    }

    @Test
    void whoCouldNotBeDeletedTradesOn() throws SQLException {
        try (var database = TestDatabase.of(Dialect.H2, "trading")) {
            var bench = new Bench(database, "one");
            placed(bench.place("ann", "a", limit(BUY, 10, "9.00")));
            database.goAway();
            assertThatThrownBy(() -> bench.worker.forget("ann")).isInstanceOf(DatabaseException.class);
            database.recover();

            placed(bench.later().place("ann", "b", limit(BUY, 10, "9.00")));
        }
    }

    @Test
    void onlyTheLastOnesAreRemembered() {
        var gone = new GoneAccounts(2);
        gone.add("ann");
        gone.add("ben");
        gone.add("carl");

        assertThat(gone.contains("ann")).isFalse();
        assertThat(gone.contains("ben")).isTrue();
        assertThat(gone.contains("carl")).isTrue();
    }
}
