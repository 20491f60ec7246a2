package tickertape.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that belong into one transaction.
@FunctionalInterface
public interface SqlWork<T> {

    /// Runs the statements. The caller commits or rolls back, and closes the connection.
    T run(Connection connection) throws SQLException;
}
