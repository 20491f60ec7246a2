package tickertape.chat.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the table of messages.
final class MessageTable {

    /// As [#message] reads them.
    static final String COLUMNS =
            "m.id, m.room, m.seq, m.revision, m.author, a.name, m.text, m.mentions, m.created, m.edited, m.deleted";

    static final String NAMED = " LEFT JOIN chat_author a ON a.id = m.author WHERE ";

    static final String SELECT = "SELECT " + COLUMNS + " FROM chat_message m" + NAMED;

    private static final String NO_NAMES = "";
    private static final String BETWEEN_NAMES = "\n";

    private MessageTable() {}

    /// @param digest of the text, to know it again
    static void insert(Connection connection, ChatMessage message, String digest) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO chat_message (room, seq, id, author, text, digest, mentions, created, revision, changed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, message.room());
            statement.setLong(2, message.seq());
            statement.setString(3, message.id());
            statement.setString(4, message.author().id());
            statement.setString(5, message.text());
            statement.setString(6, digest);
            statement.setString(7, names(message));
            statement.setLong(8, EpochMicros.of(message.time()));
            statement.setLong(9, message.revision());
            statement.setLong(10, EpochMicros.of(message.time()));
            statement.executeUpdate();
        }
    }

    /// Writes what can change of one.
    static void update(Connection connection, ChatMessage message, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE chat_message SET text = ?, mentions = ?, edited = ?,"
                + " deleted = ?, digest = CASE WHEN ? THEN NULL ELSE digest END, revision = ?, changed = ?"
                + " WHERE room = ? AND seq = ?")) {
            statement.setString(1, message.text());
            statement.setString(2, names(message));
            Instant edited = message.edited();
            if (edited == null) {
                statement.setNull(3, Types.BIGINT);
            } else {
                statement.setLong(3, EpochMicros.of(edited));
            }
            statement.setString(4, message.deleted());
            statement.setBoolean(5, message.isDeleted());
            statement.setLong(6, message.revision());
            statement.setLong(7, EpochMicros.of(now));
            statement.setString(8, message.room());
            statement.setLong(9, message.seq());
            statement.executeUpdate();
        }
    }

    /// Notes which moderator has deleted one.
    static void deletedBy(Connection connection, ChatMessage message, String account) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE chat_message SET deleted_by = ? WHERE room = ? AND seq = ?")) {
            statement.setString(1, account);
            statement.setString(2, message.room());
            statement.setLong(3, message.seq());
            statement.executeUpdate();
        }
    }

    /// How one was deleted, which nobody else is told.
    ///
    /// @param moderator the account; null if its author did
    record Deletion(@Nullable String moderator, Instant time) {}

    /// How one that is deleted came to be so: that was its last change.
    static Deletion deletion(Connection connection, ChatMessage message) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT deleted_by, changed FROM chat_message WHERE room = ? AND seq = ?")) {
            statement.setString(1, message.room());
            statement.setLong(2, message.seq());
            return Rows.all(statement, row -> new Deletion(row.getString(1), EpochMicros.instant(row.getLong(2))))
                    .getFirst();
        }
    }

    static Optional<ChatMessage> find(Connection connection, String room, long seq) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "m.room = ? AND m.seq = ?")) {
            statement.setString(1, room);
            statement.setLong(2, seq);
            return messages(statement).stream().findFirst();
        }
    }

    /// The message that an author has sent under an id.
    static Optional<ChatMessage> sent(Connection connection, String author, String id) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "m.author = ? AND m.id = ?")) {
            statement.setString(1, author);
            statement.setString(2, id);
            return messages(statement).stream().findFirst();
        }
    }

    /// Whether its text was this one when it was sent; of one that was deleted nobody knows, and it counts as yes.
    static boolean isSame(Connection connection, ChatMessage message, String digest) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT 1 FROM chat_message WHERE room = ? AND seq = ? AND (digest = ? OR digest IS NULL)")) {
            statement.setString(1, message.room());
            statement.setLong(2, message.seq());
            statement.setString(3, digest);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Those in a range of revisions, in their order.
    static List<ChatMessage> between(Connection connection, long after, long last) throws SQLException {
        try (var statement =
                connection.prepareStatement(SELECT + "m.revision > ? AND m.revision <= ? ORDER BY m.revision")) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            return messages(statement);
        }
    }

    static List<ChatMessage> messages(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, MessageTable::message);
    }

    static ChatMessage message(ResultSet row) throws SQLException {
        String names = row.getString(8);
        long edited = row.getLong(10);
        boolean isEdited = !row.wasNull();
        return new ChatMessage(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                new Author(row.getString(5), row.getString(6)),
                row.getString(7),
                names.isEmpty() ? null : List.of(names.split(BETWEEN_NAMES)),
                EpochMicros.instant(row.getLong(9)),
                isEdited ? EpochMicros.instant(edited) : null,
                row.getString(11));
    }

    private static String names(ChatMessage message) {
        List<String> mentions = message.mentions();
        return mentions == null ? NO_NAMES : String.join(BETWEEN_NAMES, mentions);
    }
}
