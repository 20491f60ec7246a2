package tickertape.alerts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tickertape.alerts.definition.Alert;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the table of alerts.
final class AlertTable {

    private static final String SELECT = "SELECT " + AlertRow.COLUMNS + " FROM alerts_alert WHERE ";

    private AlertTable() {}

    static void insert(Connection connection, Alert alert, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO alerts_alert (%s) VALUES (%s)".formatted(AlertRow.COLUMNS, AlertRow.MARKS))) {
            AlertRow.write(statement, alert, now);
            statement.executeUpdate();
        }
    }

    static void update(Connection connection, Alert alert, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE alerts_alert SET %s WHERE id = ?".formatted(AlertRow.ASSIGNMENTS))) {
            int at = AlertRow.writeRest(statement, 1, alert, now);
            statement.setString(at, alert.id());
            statement.executeUpdate();
        }
    }

    static Optional<Alert> find(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "id = ?")) {
            statement.setString(1, id);
            return alerts(statement).stream().findFirst();
        }
    }

    /// Those that there are, the newest first.
    static List<Alert> ofOwner(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(
                SELECT + "owner = ? AND state <> 'deleted' ORDER BY created DESC, id DESC")) {
            statement.setString(1, owner);
            return alerts(statement);
        }
    }

    static int count(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT COUNT(*) FROM alerts_alert WHERE owner = ? AND state <> 'deleted'")) {
            statement.setString(1, owner);
            try (var rows = statement.executeQuery()) {
                var _ = rows.next();
                return rows.getInt(1);
            }
        }
    }

    /// Those with a higher revision, in the order of the revisions.
    static List<Alert> after(Connection connection, long revision, int limit) throws SQLException {
        try (var statement =
                connection.prepareStatement(SELECT + "revision > ? ORDER BY revision FETCH FIRST ? ROWS ONLY")) {
            statement.setLong(1, revision);
            statement.setInt(2, limit);
            return alerts(statement);
        }
    }

    /// The owners of those with a higher revision that have changed after a time.
    static Set<String> ownersOfChanges(Connection connection, long revision, Instant since) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT DISTINCT owner FROM alerts_alert WHERE revision > ? AND changed > ?")) {
            statement.setLong(1, revision);
            statement.setLong(2, EpochMicros.of(since));
            return Set.copyOf(Rows.all(statement, row -> row.getString(1)));
        }
    }

    /// Lets alerts fire whose round is still the same.
    ///
    /// @param revision of the first; each has the next one
    /// @return of each, whether it has
    static boolean[] fire(Connection connection, List<Change.Fire> fires, long revision, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE alerts_alert SET state = ?, round = round + 1, rests_until = ?, last_fired = ?, revision = ?, changed = ?"
                        + " WHERE id = ? AND round = ? AND state IN ('armed', 'resting')")) {
            long next = revision;
            for (Change.Fire fire : fires) {
                Alert alert = fire.hit().alert();
                boolean again = alert.repetition().isRepeated();
                statement.setString(1, AlertRow.name(again ? Alert.State.RESTING : Alert.State.FIRED));
                AlertRow.set(statement, 2, again ? now.plus(alert.repetition().pause()) : null);
                statement.setLong(3, EpochMicros.of(fire.hit().time()));
                statement.setLong(4, next++);
                statement.setLong(5, EpochMicros.of(now));
                statement.setString(6, alert.id());
                statement.setLong(7, alert.round());
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            boolean[] fired = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                fired[i] = counts[i] == 1;
            }
            return fired;
        }
    }

    /// Notes that alerts wait again, if they have not changed otherwise.
    static void rearm(Connection connection, List<Change.Rearm> rearms, long revision, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE alerts_alert SET state = 'armed', rests_until = NULL, revision = ?, changed = ?"
                        + " WHERE id = ? AND round = ? AND state = 'resting'")) {
            long next = revision;
            for (Change.Rearm rearm : rearms) {
                statement.setLong(1, next++);
                statement.setLong(2, EpochMicros.of(now));
                statement.setString(3, rearm.alert().id());
                statement.setLong(4, rearm.alert().round());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void deleteAll(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_alert WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }

    /// Drops those that were deleted before a time.
    static void purge(Connection connection, Instant before) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM alerts_alert WHERE state = 'deleted' AND changed < ?")) {
            statement.setLong(1, EpochMicros.of(before));
            statement.executeUpdate();
        }
    }

    private static List<Alert> alerts(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, AlertRow::read);
    }
}
