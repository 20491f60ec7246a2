package tickertape.alerts.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;

/// The statements on the table of webhooks.
final class WebhookTable {

    private WebhookTable() {}

    /// Sets the webhook of an alert, whether it had one or not.
    ///
    /// @param isLate whether firings come late whatever rights its owner has, because who sets it may not read
    static void set(Connection connection, String alert, String owner, WebhookUrl url, boolean isLate)
            throws SQLException {
        remove(connection, alert);
        try (var statement = connection.prepareStatement(
                "INSERT INTO alerts_webhook (alert, owner, url, host, late) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, alert);
            statement.setString(2, owner);
            statement.setString(3, url.uri().toString());
            statement.setString(4, url.host());
            statement.setBoolean(5, isLate);
            statement.executeUpdate();
        }
    }

    static void remove(Connection connection, String alert) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_webhook WHERE alert = ?")) {
            statement.setString(1, alert);
            statement.executeUpdate();
        }
    }

    /// Those of an owner, by the ids of their alerts.
    static Map<String, Webhook> ofOwner(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT alert, url, gone IS NOT NULL FROM alerts_webhook WHERE owner = ?")) {
            statement.setString(1, owner);
            var webhooks = new HashMap<String, Webhook>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    webhooks.put(rows.getString(1), new Webhook(rows.getString(2), rows.getBoolean(3)));
                }
            }
            return webhooks;
        }
    }

    /// Notes that a receiver is gone.
    ///
    /// @return the alerts that it was the webhook of
    static List<String> turnOff(Connection connection, String owner, String url, Instant now) throws SQLException {
        List<String> alerts;
        try (var statement = connection.prepareStatement(
                "SELECT alert FROM alerts_webhook WHERE owner = ? AND url = ? AND gone IS NULL FOR UPDATE")) {
            statement.setString(1, owner);
            statement.setString(2, url);
            alerts = Rows.all(statement, row -> row.getString(1));
        }
        try (var statement = connection.prepareStatement("UPDATE alerts_webhook SET gone = ? WHERE alert = ?")) {
            for (String alert : alerts) {
                statement.setLong(1, EpochMicros.of(now));
                statement.setString(2, alert);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return alerts;
    }

    static void deleteAll(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_webhook WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }
}
