package tickertape.trading.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the seasons that have ended, and on what is left of them.
record SeasonTable(Dialect dialect) {

    private static final List<String> KEYS = List.of("season");
    private static final List<String> COLUMNS = List.of("season", "ended", "last_order", "last_posting");

    /// A season that has ended.
    ///
    /// @param lastOrder the number of its last order; `lastPosting` the same
    record Ended(String season, long lastOrder, long lastPosting) {}

    /// Notes that the season of the books has ended.
    void end(Connection connection, BookState state, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(dialect.upsert("trading_season", KEYS, COLUMNS))) {
            statement.setString(1, state.season());
            statement.setLong(2, EpochMicros.of(now));
            statement.setLong(3, state.order());
            statement.setLong(4, state.posting());
            statement.executeUpdate();
        }
    }

    /// The first that had ended before some time.
    static Optional<Ended> first(Connection connection, Instant before) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT season, last_order, last_posting FROM trading_season"
                + " WHERE ended < ? ORDER BY ended FETCH FIRST 1 ROWS ONLY")) {
            statement.setLong(1, EpochMicros.of(before));
            return Rows.all(statement, row -> new Ended(row.getString(1), row.getLong(2), row.getLong(3))).stream()
                    .findFirst();
        }
    }

    /// The last one that has ended, of those whose rows are there; all numbers of the season that is played are higher.
    static Ended last(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT season, last_order, last_posting FROM trading_season"
                + " ORDER BY last_posting DESC, last_order DESC FETCH FIRST 1 ROWS ONLY")) {
            return Rows.all(statement, row -> new Ended(row.getString(1), row.getLong(2), row.getLong(3))).stream()
                    .findFirst()
                    .orElse(new Ended("", 0, 0));
        }
    }

    /// Some of those who have played it.
    static List<Long> players(Connection connection, String season, int most) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT player FROM trading_account WHERE season = ? ORDER BY player FETCH FIRST ? ROWS ONLY")) {
            statement.setString(1, season);
            statement.setInt(2, most);
            return Rows.all(statement, row -> row.getLong(1));
        }
    }

    /// Deletes what some players had in it.
    static void delete(Connection connection, String season, List<Long> players) throws SQLException {
        for (String table : List.of("trading_equity", "trading_position", "trading_account")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM %s WHERE player = ? AND season = ?".formatted(table))) {
                for (long player : players) {
                    statement.setLong(1, player);
                    statement.setString(2, season);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /// The lowest number in a table.
    static OptionalLong lowest(Connection connection, String table, String column) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT MIN(%s) FROM %s".formatted(column, table));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            long lowest = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(lowest);
        }
    }

    /// Deletes all rows up to a number.
    static void delete(Connection connection, String table, String column, long last) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM %s WHERE %s <= ?".formatted(table, column))) {
            statement.setLong(1, last);
            statement.executeUpdate();
        }
    }

    /// Forgets a season of which nothing is left.
    static void delete(Connection connection, String season) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM trading_season WHERE season = ?")) {
            statement.setString(1, season);
            statement.executeUpdate();
        }
    }
}
