package tickertape.trading.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import tickertape.store.Rows;

/// The statements on the table of players.
final class PlayerTable {

    private static final String SELECT = "SELECT player, account, name, gone FROM trading_player WHERE ";

    private PlayerTable() {}

    static List<Player> ofAccounts(Connection connection, Collection<String> accounts) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "account = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("varchar", accounts.toArray(String[]::new)));
            return players(statement);
        }
    }

    static List<Player> ofNumbers(Connection connection, Collection<Long> numbers) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "player = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray(Long[]::new)));
            return players(statement);
        }
    }

    /// Writes players that are new, or have changed.
    static void write(Connection connection, Collection<Player> players) throws SQLException {
        try (var update = connection.prepareStatement(
                        "UPDATE trading_player SET account = ?, name = ?, gone = ? WHERE player = ?");
                var insert = connection.prepareStatement(
                        "INSERT INTO trading_player (account, name, gone, player) VALUES (?, ?, ?, ?)")) {
            for (Player player : players) {
                set(update, player);
                if (update.executeUpdate() == 0) {
                    set(insert, player);
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Player player) throws SQLException {
        statement.setString(1, player.account());
        statement.setString(2, player.name());
        statement.setBoolean(3, player.isGone());
        statement.setLong(4, player.number());
    }

    private static List<Player> players(PreparedStatement statement) throws SQLException {
        return Rows.all(
                statement, row -> new Player(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }
}
