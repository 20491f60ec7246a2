package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import tickertape.store.EpochMicros;

/// The statements on the one row that says where the books are.
final class StateTable {

    private static final String SELECT = """
            SELECT last_revision, last_order, last_posting, last_player, season, season_begin, next_season, next_begin,
            matcher, matcher_until FROM trading_state WHERE id = 1""";

    private StateTable() {}

    /// Waits until nobody else writes, and keeps all others out until the transaction ends.
    static BookState lock(Connection connection) throws SQLException {
        return read(connection, SELECT + " FOR UPDATE");
    }

    static BookState read(Connection connection) throws SQLException {
        return read(connection, SELECT);
    }

    private static BookState read(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("trading_state has no row", "02000");
            }
            return new BookState(
                    rows.getLong(1),
                    rows.getLong(2),
                    rows.getLong(3),
                    rows.getLong(4),
                    rows.getString(5),
                    EpochMicros.instant(rows.getLong(6)),
                    new BookState.Next(rows.getString(7), EpochMicros.instant(rows.getLong(8))),
                    rows.getString(9),
                    EpochMicros.instant(rows.getLong(10)));
        }
    }

    static void write(Connection connection, BookState state) throws SQLException {
        try (var statement = connection.prepareStatement("""
                UPDATE trading_state SET last_revision = ?, last_order = ?, last_posting = ?, last_player = ?,
                season = ?, season_begin = ?, next_season = ?, next_begin = ?, matcher = ?, matcher_until = ?
                WHERE id = 1""")) {
            statement.setLong(1, state.revision());
            statement.setLong(2, state.order());
            statement.setLong(3, state.posting());
            statement.setLong(4, state.player());
            statement.setString(5, state.season());
            statement.setLong(6, EpochMicros.of(state.seasonBegin()));
            statement.setString(7, state.next().season());
            statement.setLong(8, EpochMicros.of(state.next().begin()));
            statement.setString(9, state.matcher());
            statement.setLong(10, EpochMicros.of(state.matcherUntil()));
            statement.executeUpdate();
        }
    }
}
