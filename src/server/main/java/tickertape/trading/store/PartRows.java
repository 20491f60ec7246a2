package tickertape.trading.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import tickertape.store.Rows;

/// What a check of a part of the books reads, found by an index, and never more rows than it asks for.
record PartRows(Connection connection, String season) {

    // The player is in the order only because H2 finds that order in the index then.
    static final String ENTRIES = """
            SELECT posting, asset, amount FROM trading_entry WHERE player = ? AND posting > ? AND season = ?
            ORDER BY player, posting FETCH FIRST ? ROWS ONLY""";

    static final String ORDERS = """
            SELECT o.id FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS wanted (id)
            JOIN trading_order o ON o.id = wanted.id LEFT JOIN trading_fill f ON f.order_id = o.id""" + CheckRows.UNLIKE_FILLS;

    static final String PLAYERS = "SELECT player FROM trading_account"
            + " WHERE player > ? AND season = ? ORDER BY player FETCH FIRST ? ROWS ONLY";

    /// An entry of a player.
    record Booked(long posting, String asset, BigDecimal amount) {}

    /// The next entries of a player, in the order of postings.
    List<Booked> entries(long player, long after, int most) throws SQLException {
        try (var statement = connection.prepareStatement(ENTRIES)) {
            statement.setLong(1, player);
            statement.setLong(2, after);
            statement.setString(3, season);
            statement.setInt(4, most);
            return Rows.all(statement, row -> new Booked(row.getLong(1), row.getString(2), row.getBigDecimal(3)));
        }
    }

    /// The next players who have an account.
    List<Long> players(long after, int most) throws SQLException {
        try (var statement = connection.prepareStatement(PLAYERS)) {
            statement.setLong(1, after);
            statement.setString(2, season);
            statement.setInt(3, most);
            return numbers(statement);
        }
    }

    /// Which of some postings are not zero in sum, each side of them, also that of the market.
    List<Long> unbalanced(long after, long last) throws SQLException {
        return among("""
                SELECT DISTINCT posting FROM (SELECT posting FROM trading_entry WHERE posting > ? AND posting <= ?
                GROUP BY posting, asset HAVING SUM(amount) <> 0) AS faults""", after, last);
    }

    /// Who has entries in some postings, but no account.
    List<Long> withoutAccount(long after, long last) throws SQLException {
        return among("""
                SELECT DISTINCT e.player FROM trading_entry e
                WHERE e.posting > ? AND e.posting <= ? AND e.player <> 0 AND NOT EXISTS
                (SELECT 1 FROM trading_account a WHERE a.player = e.player AND a.season = e.season)""", after, last);
    }

    private List<Long> among(String sql, long after, long last) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            return numbers(statement);
        }
    }

    /// Which of some orders are not what their fills make them.
    List<Long> ordersUnlikeFills(Collection<Long> orders) throws SQLException {
        try (var statement = connection.prepareStatement(ORDERS)) {
            statement.setArray(1, connection.createArrayOf("bigint", orders.toArray(Long[]::new)));
            return numbers(statement);
        }
    }

    private static List<Long> numbers(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, row -> row.getLong(1));
    }
}
