package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.store.DatabaseException;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrderReason;

/// Books that do not balance are found, and nobody trades any more.
class AuditorTest {

    private TestDatabase database;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "trading");
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trading_account SET cash = cash + 1 WHERE player = 2",
                "UPDATE trading_position SET cost = cost - 0.01 WHERE player = 2",
                "UPDATE trading_order SET cum_cost = cum_cost + 1 WHERE player = 2",
                "DELETE FROM trading_account WHERE player = 2",
                "DELETE FROM trading_fill WHERE player = 2",
                "DELETE FROM trading_entry WHERE asset = 'ACME' AND player = 2",
                "DELETE FROM trading_entry WHERE asset = 'ACME' AND player = 0",
            })
    void booksOfWhoIsAtRestAreCheckedInTurn(String crime) {
        Bench bench = bench().quote(quote("10.00", 60)).settle();
        placed(bench.place("ann", "a", limit(BUY, 10, "10.50")));
        placed(bench.place("bob", "b", limit(BUY, 20, "10.50")));
        turns(bench, 10);
        assertThat(bench.worker.isReady()).isTrue();
        database.execute(crime);

        turns(bench, 10);

        assertThat(bench.worker.faults()).isNotEmpty();
        assertThat(bench.worker.isReady()).isFalse();
    }

    /// @param isNext whether in turn, or because it was touched
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoCouldNotBeComparedIsCheckedOnceThatCanBeDone(boolean isNext) {
        Bench bench = bench().quote(quote("10.00", 60)).settle();
        placed(bench.place("ann", "a", limit(BUY, 10, "10.50")));
        var parts = new PartCheck(database.database());
        if (!isNext) {
            parts.touched(new ChangeReader(database.database()).all());
        }
        database.execute("UPDATE trading_account SET cash = cash + 1");
        database.execute("ALTER TABLE trading_position RENAME TO elsewhere");
        assertThatThrownBy(() -> parts.step(isNext)).isInstanceOf(DatabaseException.class);
        database.execute("ALTER TABLE elsewhere RENAME TO trading_position");

        assertThat(parts.step(isNext).faults()).singleElement().asString().contains("player 1, cash");
    }

    @Test
    void whatWasFoundBeforeAStepFailedIsToldByTheNext() {
        Bench bench = bench().quote(quote("10.00", 60)).settle();
        placed(bench.place("ann", "a", limit(BUY, 10, "10.50")));
        var parts = new PartCheck(database.database());
        parts.touched(new ChangeReader(database.database()).all());
        database.execute("UPDATE trading_account SET cash = cash + 1");
        database.execute("ALTER TABLE trading_fill RENAME TO elsewhere");
        assertThatThrownBy(() -> parts.step(false)).isInstanceOf(DatabaseException.class);
        database.execute("ALTER TABLE elsewhere RENAME TO trading_fill");

        assertThat(parts.step(false).faults()).singleElement().asString().contains("player 1, cash");
        assertThat(parts.step(false).faults()).isEmpty();
    }

    @Test
    void playerOfManyRowsIsReadInSteps() {
        Bench bench = bench().quote(quote("10.00", 60)).settle();
        placed(bench.place("ann", "a", limit(BUY, 10, "10.50")));
        // A thousand times, somebody has won one and lost it again.
        for (int player : new int[] {0, 1}) {
            for (int gain : new int[] {0, 1}) {
                database.execute("""
                        INSERT INTO trading_entry (posting, player, asset, season, amount)
                        SELECT 100 + 2 * n + %1$s, %2$s, '', s.season, CASE WHEN %1$s = %2$s THEN 1 ELSE -1 END
                        FROM (%3$s) AS numbers (n), trading_state s""".formatted(gain, player, numbers()));
            }
        }
        database.execute("UPDATE trading_state SET last_posting = 10000");
        turns(bench, 1);
        placed(bench.place("ann", "b", limit(BUY, 10, "10.50")));

        turns(bench, 1);
        assertThat(bench.worker.checked().waiting()).isPositive();
        turns(bench, 2000 / PartCheck.ROWS + 1);

        assertThat(bench.worker.checked().waiting()).isZero();
        Instant all = bench.worker.checked().all();
        turns(bench, 60);
        assertThat(bench.worker.faults()).isEmpty();
        assertThat(bench.worker.checked().all()).isAfter(all);
        assertThat(database.execute("DELETE FROM trading_entry WHERE posting = 1001"))
                .isEqualTo(2);
        turns(bench, 60);
        assertThat(bench.worker.faults()).singleElement().asString().contains("player 1, cash");
    }

    private String numbers() {
        return dialect() == Dialect.H2 ? "SELECT x FROM SYSTEM_RANGE(1, 1000)" : "SELECT generate_series(1, 1000)";
    }

    private void turns(Bench bench, int count) {
        for (int i = 0; i < count; i++) {
            database.time().pass(Duration.ofSeconds(1));
            bench.settle();
        }
    }
}
