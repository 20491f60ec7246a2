package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// An account is called this now, and so is the author of all that it has written.
public record Renaming(String account, String name) implements ChatChange<String> {

    @Override
    public String write(Connection connection, long revision, Instant now) throws SQLException {
        AuthorTable.rename(connection, account, name);
        return name;
    }
}
