package tickertape.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Writes rows of one kind, many at once.
@FunctionalInterface
public interface BatchWriter<T> {

    /// Writes the rows inside a transaction.
    ///
    /// It may be called again with the same rows, because nobody knows whether a transaction was committed whose
    /// connection broke: write so that a second time changes nothing.
    ///
    /// @param rows at least one, in the order in which they were put
    void write(Connection connection, List<T> rows) throws SQLException;

    /// Whether rows wait until they outlive a kill of the server and a full disk. Otherwise they wait until they are
    /// committed, which is enough where newer ones replace them at once.
    default boolean isLasting() {
        return true;
    }

    /// Whether it can write the rows that have been put so far; until then, they wait without a word.
    default boolean isReady() {
        return true;
    }
}
