package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// What one request changes.
///
/// @param <T> what it is answered
public interface ChatChange<T> {

    /// Runs its statements in a transaction that it shares with others. It throws `ProblemException` before it has
    /// written anything, or not at all.
    ///
    /// @param revision its own, which nobody else has
    T write(Connection connection, long revision, Instant now) throws SQLException;

    /// The transaction was not committed.
    default void undo() {}
}
