package tickertape.alerts.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Gives numbers to changes. The row is locked until the transaction ends, so a reader that has seen a number has seen
/// all below it.
final class Revisions {

    private Revisions() {}

    /// Takes so many numbers; the first statement of each transaction that changes something.
    ///
    /// @return the first of them
    static long take(Connection connection, int count) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE alerts_revision SET last_revision = last_revision + ? WHERE id = 1")) {
            update.setInt(1, count);
            if (update.executeUpdate() != 1) {
                throw new SQLException("alerts_revision has no row", "02000");
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT last_revision FROM alerts_revision WHERE id = 1")) {
            var _ = rows.next();
            return rows.getLong(1) - count + 1;
        }
    }
}
