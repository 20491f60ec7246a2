package tickertape.alerts.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the firings that wait to be sent.
final class DeliveryTable {

    /// Each owner's next ones first, so that nobody's many hold up the few of others.
    private static final String NEXT = """
            SELECT id, owner, alert, url, host, fired, body, attempts, due, give_up, place, number FROM (
              SELECT o.*, ROW_NUMBER() OVER (PARTITION BY host ORDER BY place, due, number) AS place_at_host FROM (
                SELECT d.*, ROW_NUMBER() OVER (PARTITION BY owner ORDER BY due, number) AS place
                FROM alerts_delivery d WHERE state = 'waiting' AND due <= ?
              ) o WHERE place <= ?
            ) h WHERE place_at_host <= ? ORDER BY place, due, number FETCH FIRST ? ROWS ONLY""";

    private DeliveryTable() {}

    /// Adds those of a range of firings that somebody wants to have sent.
    ///
    /// @param delay how late those come whose owner sees prices late
    /// @param patience how long it is tried
    static void add(Connection connection, long first, long last, Instant now, Duration delay, Duration patience)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO alerts_delivery (id, number, owner, alert, url, host, fired, body, state, attempts, due, give_up)
                SELECT f.id, f.number, f.owner, f.alert, w.url, w.host, f.fired, f.body, 'waiting', 0,
                  CASE WHEN w.late THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END,
                  CASE WHEN w.late THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END
                FROM alerts_firing f JOIN alerts_webhook w ON w.alert = f.alert
                WHERE f.number BETWEEN ? AND ? AND w.gone IS NULL""")) {
            statement.setLong(1, EpochMicros.of(now.plus(delay)));
            statement.setLong(2, EpochMicros.of(now));
            statement.setLong(3, EpochMicros.of(now.plus(delay).plus(patience)));
            statement.setLong(4, EpochMicros.of(now.plus(patience)));
            statement.setLong(5, first);
            statement.setLong(6, last);
            statement.executeUpdate();
        }
    }

    /// Those that are due, so many of each owner and of each host at most.
    static List<Delivery> due(Connection connection, Instant now, int ofOwner, int ofHost, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setLong(1, EpochMicros.of(now));
            statement.setInt(2, ofOwner);
            statement.setInt(3, ofHost);
            statement.setInt(4, limit);
            return Rows.all(
                    statement,
                    row -> new Delivery(
                            row.getString(1),
                            row.getLong(12),
                            row.getString(2),
                            row.getString(3),
                            WebhookUrl.kept(row.getString(4), row.getString(5)),
                            EpochMicros.instant(row.getLong(6)),
                            row.getString(7),
                            row.getInt(8),
                            EpochMicros.instant(row.getLong(9)),
                            EpochMicros.instant(row.getLong(10)),
                            row.getLong(11)));
        }
    }

    /// Takes one for oneself, unless another server was faster or it has changed.
    ///
    /// @param until from when on others may send it
    static boolean claim(Connection connection, Delivery delivery, Instant until, Instant now) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE alerts_delivery SET attempts = attempts + 1, due = ?, tried = ?"
                        + " WHERE id = ? AND attempts = ? AND due = ? AND url = ? AND state = 'waiting'")) {
            statement.setLong(1, EpochMicros.of(until));
            statement.setLong(2, EpochMicros.of(now));
            statement.setString(3, delivery.id());
            statement.setInt(4, delivery.attempts());
            statement.setLong(5, EpochMicros.of(delivery.due()));
            statement.setString(6, delivery.url().uri().toString());
            return statement.executeUpdate() == 1;
        }
    }

    /// Has one wait that comes too early for its owner, unless it has changed.
    static void postpone(Connection connection, Delivery delivery, Instant due, Instant giveUp) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE alerts_delivery SET due = ?, give_up = ?"
                + " WHERE id = ? AND attempts = ? AND due = ? AND state = 'waiting'")) {
            statement.setLong(1, EpochMicros.of(due));
            statement.setLong(2, EpochMicros.of(giveUp));
            statement.setString(3, delivery.id());
            statement.setInt(4, delivery.attempts());
            statement.setLong(5, EpochMicros.of(delivery.due()));
            statement.executeUpdate();
        }
    }

    /// It has arrived.
    static void delete(Connection connection, Delivery delivery) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_delivery WHERE id = ?")) {
            statement.setString(1, delivery.id());
            statement.executeUpdate();
        }
    }

    /// It has not arrived.
    ///
    /// @param status that the receiver has answered; 0 for none
    /// @param time when it is tried again, or since when it is dead
    static void fail(Connection connection, Delivery delivery, boolean isDead, int status, String reason, Instant time)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE alerts_delivery SET state = ?, status = ?, reason = ?, due = ?"
                        + " WHERE id = ? AND attempts = ? AND state = 'waiting'")) {
            statement.setString(1, isDead ? "dead" : "waiting");
            statement.setInt(2, status);
            statement.setString(3, reason);
            statement.setLong(4, EpochMicros.of(time));
            statement.setString(5, delivery.id());
            statement.setInt(6, delivery.attempts());
            statement.executeUpdate();
        }
    }

    /// Gives up all that wait for a receiver.
    static void giveUp(Connection connection, Delivery delivery, int status, String reason, Instant now)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE alerts_delivery SET state = 'dead', status = ?, reason = ?, due = ?"
                        + " WHERE owner = ? AND url = ? AND state = 'waiting'")) {
            statement.setInt(1, status);
            statement.setString(2, reason);
            statement.setLong(3, EpochMicros.of(now));
            statement.setString(4, delivery.owner());
            statement.setString(5, delivery.url().uri().toString());
            statement.executeUpdate();
        }
    }

    /// Has what waits of an alert go elsewhere, at once.
    static void redirect(Connection connection, String alert, WebhookUrl url, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE alerts_delivery SET url = ?, host = ?, due = CASE WHEN attempts = 0 THEN due ELSE CAST(? AS BIGINT) END"
                        + " WHERE alert = ? AND state = 'waiting' AND url <> ?")) {
            String text = url.uri().toString();
            statement.setString(1, text);
            statement.setString(2, url.host());
            statement.setLong(3, EpochMicros.of(now));
            statement.setString(4, alert);
            statement.setString(5, text);
            statement.executeUpdate();
        }
    }

    /// Drops what waits of an alert.
    static void drop(Connection connection, String alert) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM alerts_delivery WHERE alert = ? AND state = 'waiting'")) {
            statement.setString(1, alert);
            statement.executeUpdate();
        }
    }

    static void deleteAll(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_delivery WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }
}
