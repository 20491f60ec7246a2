package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.store.Rows;
import tickertape.store.TestDatabase;

/// What a few players have costs as much as they have, not as much as all players have.
class OfPlayersTest {

    private static final int PLAYERS = 1000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    @ParameterizedTest
    @CsvSource({"trading_account", "trading_position", "trading_entry"})
    void rowsOfOtherPlayersAreNotRead(String table) {
        database.execute("INSERT INTO trading_account (player, season, cash, reserved, open_orders, joined, revision)"
                + " SELECT x, 's', 1, 0, 0, 0, 0 FROM SYSTEM_RANGE(1, %s)".formatted(PLAYERS));
        database.execute("INSERT INTO trading_position (player, season, symbol, qty, reserved_qty, cost, realized,"
                + " revision) SELECT x, 's', 'ACME', 1, 0, 1, 0, 0 FROM SYSTEM_RANGE(1, %s)".formatted(PLAYERS));
        database.execute("INSERT INTO trading_entry (posting, player, season, asset, amount)"
                + " SELECT x, x, 's', 'ACME', 1 FROM SYSTEM_RANGE(1, %s)".formatted(PLAYERS));

        String plan = database.database().transaction(connection -> analyzed(connection, table));

        assertThat(SCANNED.matcher(plan).results())
                .as(plan)
                .isNotEmpty()
                .allSatisfy(
                        found -> assertThat(Integer.parseInt(found.group(1))).isLessThan(10));
    }

    private static String analyzed(Connection connection, String table) throws SQLException {
        var wanted = new OfPlayers(List.of(7L, 700L, 7L));
        String select = "SELECT player FROM %s WHERE season = ?".formatted(wanted.in(table, "player"));
        try (var query = connection.prepareStatement(select)) {
            wanted.set(connection, query);
            query.setString(2, "s");
            assertThat(Rows.all(query, row -> row.getLong(1))).containsExactlyInAnyOrder(7L, 700L);
        }
        try (var explain = connection.prepareStatement("EXPLAIN ANALYZE " + select)) {
            wanted.set(connection, explain);
            explain.setString(2, "s");
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
