package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.store.Rows;
import tickertape.store.TestDatabase;

/// A turn costs as much as it is about, not as much as there is: H2 reads few rows beside those that it finds.
class RowsReadTest {

    private static final String MANY = " FROM SYSTEM_RANGE(1, 1000)";
    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    /// Sets the parameters of a statement.
    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @ParameterizedTest
    @CsvSource({"trading_account", "trading_position", "trading_entry"})
    void rowsOfOtherPlayersAreNotRead(String table) {
        database.execute("INSERT INTO trading_account (player, season, cash, reserved, open_orders, joined, revision)"
                + " SELECT x, 's', 1, 0, 0, 0, 0" + MANY);
        database.execute("INSERT INTO trading_position (player, season, symbol, qty, reserved_qty, cost, realized,"
                + " revision) SELECT x, 's', 'ACME', 1, 0, 1, 0, 0" + MANY);
        database.execute("INSERT INTO trading_entry (posting, player, season, asset, amount)"
                + " SELECT x, x, 's', 'ACME', 1" + MANY);
        var wanted = new OfPlayers(List.of(7L, 700L, 7L));

        check("player", wanted.in(table, "player") + " WHERE season = ?", statement -> {
            wanted.set(statement.getConnection(), statement);
            statement.setString(2, "s");
        });
    }

    @Test
    void checkReadsAsManyEntriesOfAPlayerAsItAsksFor() {
        database.execute("INSERT INTO trading_entry (posting, player, season, asset, amount)"
                + " SELECT x, 1, 's', 'ACME', 1" + MANY);

        check(PartRows.ENTRIES, List.of(501L, 502L, 503L), statement -> {
            statement.setLong(1, 1);
            statement.setLong(2, 500);
            statement.setString(3, "s");
            statement.setInt(4, 3);
        });
    }

    @Test
    void checkReadsOpenOrdersOnly() {
        endedOrders();

        var wanted = new OfPlayers(List.of(1L));
        check(CheckRows.Held.SELECT.formatted(wanted.in("trading_order", "player")), List.of(), statement -> {
            wanted.set(statement.getConnection(), statement);
            statement.setString(2, "s");
        });
    }

    @Test
    void checkReadsNoOtherOrdersThanItAsksFor() {
        endedOrders();
        database.execute("UPDATE trading_order SET cum_qty = 1");

        check(PartRows.ORDERS, List.of(7L, 700L), statement -> {
            Long[] orders = {7L, 700L};
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", orders));
        });
    }

    @Test
    void checkReadsAsManyPlayersAsItAsksFor() {
        database.execute("INSERT INTO trading_account (player, season, cash, reserved, open_orders, joined, revision)"
                + " SELECT x, 's', 1, 0, 0, 0, 0" + MANY);

        check(PartRows.PLAYERS, List.of(501L, 502L, 503L), statement -> {
            statement.setLong(1, 500);
            statement.setString(2, "s");
            statement.setInt(3, 3);
        });
    }

    private void endedOrders() {
        database.execute("INSERT INTO trading_order (id, player, season, cl_ord_id, symbol, side, ord_type,"
                + " time_in_force, order_qty, cum_qty, cum_cost, reserve_px, is_open, ord_status, exec_type, triggered,"
                + " reason, created, changed, revision)"
                + " SELECT x, 1, 's', 'name-' || x, 'ACME', 'buy', 'limit', 'day', 1, 0, 0, 1, FALSE, 'canceled',"
                + " 'canceled', FALSE, 'none', 0, 0, 0" + MANY);
    }

    @Test
    void otherOrdersOfAPlayerAreNotRead() {
        endedOrders();
        List<OrderName> names = List.of(
                new OrderName(1, "name-7"),
                new OrderName(1, "name-700"),
                new OrderName(1, "name-7"),
                new OrderName(2, "name-8"));

        check(
                "id",
                OrderTable.NAMED.split(" FROM ", 2)[1],
                statement -> OrderTable.setNames(statement.getConnection(), statement, names));
    }

    /// Finds the rows 7 and 700, each once.
    private void check(String column, String from, Parameters parameters) {
        check("SELECT %s FROM %s".formatted(column, from), List.of(7L, 700L), parameters);
    }

    private void check(String select, List<Long> expected, Parameters parameters) {
        String plan = database.database().transaction(connection -> {
            try (var query = connection.prepareStatement(select)) {
                parameters.set(query);
                assertThat(Rows.all(query, row -> row.getLong(1))).containsExactlyInAnyOrderElementsOf(expected);
            }
            try (var explanation = connection.prepareStatement("EXPLAIN ANALYZE " + select)) {
                parameters.set(explanation);
                try (ResultSet rows = explanation.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        });

        assertThat(READ.matcher(plan).results())
                .as(plan)
                .isNotEmpty()
                .allSatisfy(read -> assertThat(Integer.parseInt(read.group(1))).isLessThan(10));
    }
}
