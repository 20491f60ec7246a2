package tickertape.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Takes back what a transaction that has failed did; what goes wrong with that is added to its failure.
final class Rollback {

    private Rollback() {}

    static void of(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        } catch (AssertionError check) {
            failure.addSuppressed(check);
            abort(connection, failure);
        }
    }

    // The pool then closes all others, too.
    private static void abort(Connection connection, Throwable failure) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
