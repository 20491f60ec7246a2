package tickertape.trading.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/// The rows of some players, as what a statement selects from: found by an index that begins with the player.
///
/// `season = ? AND player = ANY (?)` would say the same, but for that H2 reads the rows of all players.
record OfPlayers(Collection<Long> players) {

    /// @param table a name, and an alias if it has one
    /// @param player its column
    String in(String table, String player) {
        return "UNNEST(CAST(? AS BIGINT ARRAY)) AS wanted (id) JOIN %s ON %s = wanted.id".formatted(table, player);
    }

    /// Sets the statement's parameter, which is its first one.
    void set(Connection connection, PreparedStatement statement) throws SQLException {
        // Who is there twice would have each row twice.
        Long[] numbers = players.stream().distinct().toArray(Long[]::new);
        statement.setArray(1, connection.createArrayOf("bigint", numbers));
    }
}
