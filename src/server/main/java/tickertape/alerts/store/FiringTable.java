package tickertape.alerts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the table of firings.
final class FiringTable {

    private static final String SELECT = "SELECT id, number, owner, alert, fired, body FROM alerts_firing ";

    private FiringTable() {}

    static void insert(Connection connection, List<FiringRow> firings) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO alerts_firing (id, number, owner, alert, fired, body, published) VALUES (?, ?, ?, ?, ?, ?, FALSE)")) {
            for (FiringRow firing : firings) {
                statement.setString(1, firing.id());
                statement.setLong(2, firing.number());
                statement.setString(3, firing.owner());
                statement.setString(4, firing.alert());
                statement.setLong(5, EpochMicros.of(firing.fired()));
                statement.setString(6, firing.body());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// The highest number that there is.
    static long last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM alerts_firing")) {
            var _ = rows.next();
            return rows.getLong(1);
        }
    }

    /// Those with higher numbers, in their order.
    static List<FiringRow> after(Connection connection, long number, int limit) throws SQLException {
        try (var statement =
                connection.prepareStatement(SELECT + "WHERE number > ? ORDER BY number FETCH FIRST ? ROWS ONLY")) {
            statement.setLong(1, number);
            statement.setInt(2, limit);
            return rows(statement);
        }
    }

    /// Those in a range that nobody has published, in their order.
    static List<FiringRow> unpublished(Connection connection, long number, long last, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT
                + "WHERE number > ? AND number <= ? AND NOT published ORDER BY number FETCH FIRST ? ROWS ONLY")) {
            statement.setLong(1, number);
            statement.setLong(2, last);
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    /// The last ones of an owner, the newest first.
    static List<FiringRow> ofOwner(Connection connection, String owner, int limit) throws SQLException {
        try (var statement =
                connection.prepareStatement(SELECT + "WHERE owner = ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY")) {
            statement.setString(1, owner);
            statement.setInt(2, limit);
            return rows(statement);
        }
    }

    /// Notes that those in a range were published.
    static void markPublished(Connection connection, long after, long last) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE alerts_firing SET published = TRUE WHERE number > ? AND number <= ? AND NOT published")) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            statement.executeUpdate();
        }
    }

    /// Keeps the last ones of some owners only.
    static void prune(Connection connection, Collection<String> owners, int kept) throws SQLException {
        try (var statement = connection.prepareStatement(
                "DELETE FROM alerts_firing WHERE owner = ? AND published AND number <= (SELECT number FROM alerts_firing"
                        + " WHERE owner = ? ORDER BY number DESC OFFSET ? ROWS FETCH NEXT 1 ROWS ONLY)")) {
            for (String owner : owners) {
                statement.setString(1, owner);
                statement.setString(2, owner);
                statement.setInt(3, kept);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void deleteAll(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_firing WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }

    private static List<FiringRow> rows(PreparedStatement statement) throws SQLException {
        return Rows.all(
                statement,
                row -> new FiringRow(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        EpochMicros.instant(row.getLong(5)),
                        row.getString(6)));
    }
}
