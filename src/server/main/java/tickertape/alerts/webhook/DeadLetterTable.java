package tickertape.alerts.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the firings that could not be sent, and on those that are too many.
final class DeadLetterTable {

    private static final String CROWDED = "too many firings of yours waited, because their receivers did not answer";

    private DeadLetterTable() {}

    /// The newest first.
    static List<DeadLetter> ofOwner(Connection connection, String owner) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT id, alert, url, fired, attempts, tried, status, reason, due"
                        + " FROM alerts_delivery WHERE owner = ? AND state = 'dead' ORDER BY due DESC, number DESC")) {
            statement.setString(1, owner);
            return Rows.all(statement, DeadLetterTable::letter);
        }
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        long tried = row.getLong(6);
        @Nullable Instant lastAttempt = row.wasNull() ? null : EpochMicros.instant(tried);
        int status = row.getInt(7);
        return new DeadLetter(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                EpochMicros.instant(row.getLong(4)),
                row.getInt(5),
                lastAttempt,
                status == 0 ? null : status,
                row.getString(8),
                EpochMicros.instant(row.getLong(9)));
    }

    /// Has one wait again, for where its alert sends firings now.
    ///
    /// @return whether the owner has it
    static boolean revive(Connection connection, String owner, String id, Instant now, Duration patience)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                UPDATE alerts_delivery d SET state = 'waiting', attempts = 0, due = ?, give_up = ?,
                  url = COALESCE((SELECT w.url FROM alerts_webhook w WHERE w.alert = d.alert), url),
                  host = COALESCE((SELECT w.host FROM alerts_webhook w WHERE w.alert = d.alert), host)
                WHERE owner = ? AND id = ? AND state = 'dead'""")) {
            statement.setLong(1, EpochMicros.of(now));
            statement.setLong(2, EpochMicros.of(now.plus(patience)));
            statement.setString(3, owner);
            statement.setString(4, id);
            return statement.executeUpdate() == 1;
        }
    }

    /// Deletes one.
    ///
    /// @return whether the owner had it
    static boolean delete(Connection connection, String owner, String id) throws SQLException {
        try (var statement = connection.prepareStatement(
                "DELETE FROM alerts_delivery WHERE owner = ? AND id = ? AND state = 'dead'")) {
            statement.setString(1, owner);
            statement.setString(2, id);
            return statement.executeUpdate() == 1;
        }
    }

    /// How many there are in each state.
    static Map<String, Long> count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT state, COUNT(*) FROM alerts_delivery GROUP BY state")) {
            var counts = new HashMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    /// Gives up the oldest that wait where an owner has too many.
    static void relieve(Connection connection, int most, Instant now) throws SQLException {
        for (String owner : crowded(connection, "waiting", most)) {
            try (var statement = connection.prepareStatement(
                    "UPDATE alerts_delivery SET state = 'dead', reason = ?, due = ?"
                            + " WHERE owner = ? AND state = 'waiting' AND number <= (SELECT number FROM alerts_delivery"
                            + " WHERE owner = ? AND state = 'waiting' ORDER BY number DESC OFFSET ? ROWS FETCH NEXT 1 ROWS ONLY)")) {
                statement.setString(1, CROWDED);
                statement.setLong(2, EpochMicros.of(now));
                statement.setString(3, owner);
                statement.setString(4, owner);
                statement.setInt(5, most);
                statement.executeUpdate();
            }
        }
    }

    /// Keeps the newest dead ones of each owner only, and none from before a time.
    static void prune(Connection connection, int most, Instant before) throws SQLException {
        for (String owner : crowded(connection, "dead", most)) {
            try (var statement = connection.prepareStatement(
                    "DELETE FROM alerts_delivery WHERE id IN (SELECT id FROM alerts_delivery"
                            + " WHERE owner = ? AND state = 'dead' ORDER BY due DESC, number DESC OFFSET ? ROWS)")) {
                statement.setString(1, owner);
                statement.setInt(2, most);
                statement.executeUpdate();
            }
        }
        update(connection, "DELETE FROM alerts_delivery WHERE state = 'dead' AND due < ?", before);
    }

    /// Has those that wait be due so much earlier, because the clock was set back.
    static void advance(Connection connection, Duration back) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE alerts_delivery SET due = due - ? WHERE state = 'waiting'")) {
            statement.setLong(1, back.toNanos() / 1000);
            statement.executeUpdate();
        }
    }

    /// Has those wait no longer that seem to wait for ever, because the clock was set back.
    ///
    /// @param limit when each is due at the latest
    static void hasten(Connection connection, Instant limit, Instant due) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE alerts_delivery SET due = ?, give_up = ? WHERE state = 'waiting' AND due > ?")) {
            statement.setLong(1, EpochMicros.of(due));
            statement.setLong(2, EpochMicros.of(limit));
            statement.setLong(3, EpochMicros.of(limit));
            statement.executeUpdate();
        }
    }

    private static List<String> crowded(Connection connection, String state, int most) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT owner FROM alerts_delivery WHERE state = ? GROUP BY owner HAVING COUNT(*) > ?")) {
            statement.setString(1, state);
            statement.setInt(2, most);
            return Rows.all(statement, row -> row.getString(1));
        }
    }

    private static void update(Connection connection, String sql, Instant time) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, EpochMicros.of(time));
            statement.executeUpdate();
        }
    }
}
