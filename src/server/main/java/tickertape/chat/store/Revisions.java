package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Gives numbers to changes. The row is locked until the transaction ends, so a reader that has seen a number has seen
/// all below it, and who holds it sees all that was written before.
final class Revisions {

    private Revisions() {}

    /// Takes so many numbers; the first statement of each transaction that changes something. Some may stay unused.
    ///
    /// @param published up to which number this server has put everything on its tape
    /// @return the first of them
    static long take(Connection connection, int count, long published) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE chat_revision SET last_revision = last_revision + ?,"
                + " published = CASE WHEN published < ? THEN ? ELSE published END WHERE id = 1")) {
            update.setInt(1, count);
            update.setLong(2, published);
            update.setLong(3, published);
            if (update.executeUpdate() != 1) {
                throw new SQLException("chat_revision has no row", "02000");
            }
        }
        return read(connection, "last_revision") - count + 1;
    }

    /// Up to which number everything was on the tape of some server.
    static long published(Connection connection) throws SQLException {
        return read(connection, "published");
    }

    /// The last number that was taken.
    static long last(Connection connection) throws SQLException {
        return read(connection, "last_revision");
    }

    private static long read(Connection connection, String column) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT %s FROM chat_revision WHERE id = 1".formatted(column))) {
            var _ = rows.next();
            return rows.getLong(1);
        }
    }
}
