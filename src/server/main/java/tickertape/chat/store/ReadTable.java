package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tickertape.store.Rows;

/// The statements on the table of how far people have read.
final class ReadTable {

    private ReadTable() {}

    /// Notes it, unless more was read before.
    static void advance(Connection connection, String account, ReadMark mark, long revision) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE chat_read SET seq = ?, revision = ? WHERE account = ? AND room = ? AND seq < ?")) {
            statement.setLong(1, mark.seq());
            statement.setLong(2, revision);
            statement.setString(3, account);
            statement.setString(4, mark.room());
            statement.setLong(5, mark.seq());
            if (statement.executeUpdate() == 0 && !isThere(connection, account, mark.room())) {
                insert(connection, account, mark, revision);
            }
        }
    }

    private static boolean isThere(Connection connection, String account, String room) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM chat_read WHERE account = ? AND room = ?")) {
            statement.setString(1, account);
            statement.setString(2, room);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void insert(Connection connection, String account, ReadMark mark, long revision)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO chat_read (account, room, seq, revision) VALUES (?, ?, ?, ?)")) {
            statement.setString(1, account);
            statement.setString(2, mark.room());
            statement.setLong(3, mark.seq());
            statement.setLong(4, revision);
            statement.executeUpdate();
        }
    }

    /// Those of an account, by room, the newest first.
    static Map<String, Long> ofAccount(Connection connection, String account) throws SQLException {
        var marks = new LinkedHashMap<String, Long>();
        try (var statement = connection.prepareStatement(
                "SELECT room, seq FROM chat_read WHERE account = ? ORDER BY revision DESC")) {
            statement.setString(1, account);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    marks.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return marks;
    }

    /// One that has changed, and whose it is.
    record Changed(String account, ReadMark mark) {}

    /// Those that were changed at revisions in a range.
    static List<Changed> between(Connection connection, long after, long last) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT account, room, seq FROM chat_read WHERE revision > ? AND revision <= ? ORDER BY revision")) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            return Rows.all(
                    statement, row -> new Changed(row.getString(1), new ReadMark(row.getString(2), row.getLong(3))));
        }
    }

    static void delete(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM chat_read WHERE account = ?")) {
            statement.setString(1, account);
            statement.executeUpdate();
        }
    }
}
