package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// An account is gone: what it has written stays, and nobody can tell any more who it was.
public record Forgetting(String account) implements ChatChange<String> {

    @Override
    public String write(Connection connection, long revision, Instant now) throws SQLException {
        AuthorTable.delete(connection, account);
        MentionTable.deleteAll(connection, account);
        ReadTable.delete(connection, account);
        return account;
    }
}
