package tickertape.chat.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the table of mentions.
final class MentionTable {

    private static final String SELECT = "SELECT " + MessageTable.COLUMNS + ", c.number, c.account FROM chat_mention c"
            + " JOIN chat_message m ON m.room = c.room AND m.seq = c.seq" + MessageTable.NAMED;

    private static final int NUMBER = 12;
    private static final int ACCOUNT = 13;

    private MentionTable() {}

    /// A mention, and of whom.
    record Notice(String account, Mention mention) {}

    static void insert(Connection connection, ChatMessage message, Collection<String> accounts, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO chat_mention (account, number, room, seq, created) VALUES (?, ?, ?, ?, ?)")) {
            for (String account : accounts) {
                statement.setString(1, account);
                statement.setLong(2, message.revision());
                statement.setString(3, message.room());
                statement.setLong(4, message.seq());
                statement.setLong(5, EpochMicros.of(now));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// The accounts that were told of a message, also those that it has ceased to name.
    static Set<String> told(Connection connection, ChatMessage message) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT account FROM chat_mention WHERE room = ? AND seq = ?")) {
            statement.setString(1, message.room());
            statement.setLong(2, message.seq());
            return Set.copyOf(Rows.all(statement, row -> row.getString(1)));
        }
    }

    /// Whether a message names an account that was told of it. The number of one that it has ceased to name is
    /// negative.
    static void show(Connection connection, ChatMessage message, String account, boolean isNamed) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE chat_mention SET number = CASE WHEN ? THEN ABS(number)"
                + " ELSE -ABS(number) END WHERE room = ? AND seq = ? AND account = ?")) {
            statement.setBoolean(1, isNamed);
            statement.setString(2, message.room());
            statement.setLong(3, message.seq());
            statement.setString(4, account);
            statement.executeUpdate();
        }
    }

    /// That a message names nobody any more: who was told of it is told of that, too.
    static void hide(Connection connection, ChatMessage message) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE chat_mention SET number = -ABS(number) WHERE room = ? AND seq = ?")) {
            statement.setString(1, message.room());
            statement.setLong(2, message.seq());
            statement.executeUpdate();
        }
    }

    static void deleteAll(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM chat_mention WHERE account = ?")) {
            statement.setString(1, account);
            statement.executeUpdate();
        }
    }

    /// Those in a range of numbers, in their order.
    static List<Notice> between(Connection connection, long after, long last) throws SQLException {
        return between(connection, "c.number > ? AND c.number <= ? ORDER BY c.number, c.account", after, last);
    }

    /// Earlier ones whose messages were changed or deleted in a range of revisions, in the order of those.
    static List<Notice> changed(Connection connection, long after, long last) throws SQLException {
        String sql = "m.revision > ? AND m.revision <= ? AND ABS(c.number) <= ? ORDER BY m.revision, c.account";
        return between(connection, sql, after, last, after);
    }

    private static List<Notice> between(Connection connection, String condition, long... bounds) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + condition)) {
            for (int at = 0; at < bounds.length; at++) {
                statement.setLong(at + 1, bounds[at]);
            }
            return notices(statement);
        }
    }

    /// The last ones of an account whose messages may be seen, the newest first.
    static List<Mention> ofAccount(Connection connection, String account, Bound bound, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT
                + "c.account = ? AND c.number > 0 AND %s ORDER BY c.number DESC FETCH FIRST ? ROWS ONLY"
                        .formatted(Bound.SQL))) {
            statement.setString(1, account);
            bound.set(statement, 2);
            statement.setInt(2 + Bound.PARAMETERS, limit);
            return notices(statement).stream().map(Notice::mention).toList();
        }
    }

    /// How many behind what it has read name an account, by room.
    static Map<String, Long> unread(Connection connection, String account, Bound bound) throws SQLException {
        var counts = new HashMap<String, Long>();
        String sql = "SELECT c.room, COUNT(*) FROM chat_mention c"
                + " JOIN chat_message m ON m.room = c.room AND m.seq = c.seq"
                + " LEFT JOIN chat_read r ON r.account = c.account AND r.room = c.room"
                + " WHERE c.account = ? AND c.number > 0 AND c.seq > COALESCE(r.seq, 0) AND %s GROUP BY c.room"
                        .formatted(Bound.SQL);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            bound.set(statement, 2);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private static List<Notice> notices(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, row -> new Notice(row.getString(ACCOUNT), mention(row)));
    }

    private static Mention mention(ResultSet row) throws SQLException {
        long number = row.getLong(NUMBER);
        return new Mention(Math.abs(number), MessageTable.message(row), number < 0 ? Boolean.TRUE : null);
    }
}
