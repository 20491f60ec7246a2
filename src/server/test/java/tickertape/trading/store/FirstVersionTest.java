package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.order.Side.SELL;
import static tickertape.trading.store.BooksTest.placed;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.store.Dialect;
import tickertape.store.Rows;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrdStatus;

/// Books that were kept before there was short selling go on: what was added to their rows is what books of today have.
class FirstVersionTest {

    private static final List<String> TABLES = List.of(
            "trading_state",
            "trading_player",
            "trading_account",
            "trading_position",
            "trading_order",
            "trading_fill",
            "trading_entry",
            "trading_equity");
    private static final String ADDED_TO_POSITIONS =
            "SELECT player, symbol, qty, reserved_qty, opening_qty FROM trading_position ORDER BY player, symbol";
    private static final String ADDED_TO_ORDERS = "SELECT id, position_effect FROM trading_order ORDER BY id";

    private TestDatabase today;
    private TestDatabase old;
    private long buys;
    private long sells;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void copyTheBooksIntoTablesOfTheFirstVersion() {
        today = TestDatabase.of(dialect(), "trading");
        var bench = new Bench(today, "one").quote(quote("10.00", 50_000)).settle();
        placed(bench.place("ann", "shares", market(BUY, 100)));
        buys = placed(bench.place("ann", "more", limit(BUY, 50, "9.00"))).id();
        sells = placed(bench.place("ann", "fewer", limit(SELL, 40, "12.00"))).id();
        placed(bench.place("bob", "none yet", limit(BUY, 7, "8.00")));
        assertThat(bench.faults()).isEmpty();

        old = TestDatabase.ofVersion(dialect(), "trading", "1");
        old.execute("DELETE FROM trading_state");
        TABLES.forEach(this::copy);
        // There were rows only where there had been shares.
        assertThat(old.execute("DELETE FROM trading_position WHERE qty = 0 AND realized = 0"))
                .isEqualTo(1);
    }

    @AfterEach
    void close() throws SQLException {
        today.close();
        old.close();
    }

    @Test
    void whatIsAddedIsWhatTheBooksOfTodayHave() {
        old.upgrade("trading");

        assertThat(rows(old, ADDED_TO_ORDERS)).hasSize(4).isEqualTo(rows(today, ADDED_TO_ORDERS));
        assertThat(rows(old, ADDED_TO_POSITIONS)).hasSize(2).isEqualTo(rows(today, ADDED_TO_POSITIONS));
        assertThat(new BookCheck(old.database()).all()).isEmpty();
    }

    @Test
    void tradingGoesOnInThem() {
        old.upgrade("trading");
        // The server that matched orders has said that it does, for a while.
        old.time().pass(Duration.ofMinutes(1));
        var bench = new Bench(old, "two").quote(quote("10.00", 50_000)).settle();
        assertThat(bench.worker.faults()).isEmpty();

        bench.quote(quote("8.90", 50_000)).settle();
        assertThat(bench.order("ann", buys).status()).isEqualTo(OrdStatus.FILLED);
        bench.quote(quote("12.10", 50_000)).settle();
        assertThat(bench.order("ann", sells).status()).isEqualTo(OrdStatus.FILLED);
        placed(bench.place("ann", "the rest", market(SELL, 110)));
        bench.settle();

        assertThat(rows(old, "SELECT qty, reserved_qty, opening_qty FROM trading_position WHERE player = 1"))
                .containsExactly(List.of(0L, 0L, 0L));
        assertThat(bench.faults()).isEmpty();
    }

    private void copy(String table) {
        List<String> columns = old.database().query(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table)) {
                return names(select.getMetaData());
            }
        });
        String names = String.join(", ", columns);
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        List<List<Object>> rows = rows(today, "SELECT %s FROM %s".formatted(names, table));
        old.database().transaction(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, places))) {
                for (List<Object> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(i + 1, row.get(i));
                    }
                    insert.executeUpdate();
                }
            }
            return rows.size();
        });
    }

    private static List<String> names(ResultSetMetaData meta) throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnName(i));
        }
        return names;
    }

    private static List<List<Object>> rows(TestDatabase database, String select) {
        return database.database().query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                return Rows.all(statement, FirstVersionTest::values);
            }
        });
    }

    private static List<Object> values(ResultSet row) throws SQLException {
        var values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getObject(i));
        }
        return values;
    }
}
