package tickertape.chat.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the table of authors.
final class AuthorTable {

    private static final String SELECT = "SELECT account, id, name, muted_until, muted_for FROM chat_author WHERE ";

    private AuthorTable() {}

    static Optional<AuthorRow> ofAccount(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "account = ?")) {
            statement.setString(1, account);
            return Rows.all(statement, AuthorTable::author).stream().findFirst();
        }
    }

    static Optional<AuthorRow> find(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "id = ?")) {
            statement.setString(1, id);
            return Rows.all(statement, AuthorTable::author).stream().findFirst();
        }
    }

    /// Those that are muted at a time, the one that may write first at the beginning.
    static List<MutedAuthor> muted(Connection connection, Instant now) throws SQLException {
        var muted = new ArrayList<MutedAuthor>();
        try (var statement = connection.prepareStatement(SELECT + "muted_until > ? ORDER BY muted_until, id")) {
            statement.setLong(1, EpochMicros.of(now));
            for (AuthorRow row : Rows.all(statement, AuthorTable::author)) {
                Instant until = row.mutedUntil();
                if (until != null) {
                    muted.add(new MutedAuthor(row.author(), until, row.mutedFor()));
                }
            }
        }
        return muted;
    }

    static void insert(Connection connection, AuthorRow author) throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO chat_author (account, id, name) VALUES (?, ?, ?)")) {
            statement.setString(1, author.account());
            statement.setString(2, author.id());
            statement.setString(3, author.name());
            statement.executeUpdate();
        }
    }

    static void rename(Connection connection, String account, String name) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE chat_author SET name = ? WHERE account = ?")) {
            statement.setString(1, name);
            statement.setString(2, account);
            statement.executeUpdate();
        }
    }

    /// @param until null if it may write again
    /// @param moderator the account that says so
    static void mute(
            Connection connection, String id, @Nullable Instant until, @Nullable String reason, String moderator)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE chat_author SET muted_until = ?, muted_for = ?, muted_by = ? WHERE id = ?")) {
            if (until == null) {
                statement.setNull(1, Types.BIGINT);
            } else {
                statement.setLong(1, EpochMicros.of(until));
            }
            statement.setString(2, reason);
            statement.setString(3, moderator);
            statement.setString(4, id);
            statement.executeUpdate();
        }
    }

    static void delete(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM chat_author WHERE account = ?")) {
            statement.setString(1, account);
            statement.executeUpdate();
        }
    }

    private static AuthorRow author(ResultSet row) throws SQLException {
        long muted = row.getLong(4);
        return new AuthorRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.wasNull() ? null : EpochMicros.instant(muted),
                row.getString(5));
    }
}
