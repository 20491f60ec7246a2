package tickertape.alerts.webhook;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickertape.store.EpochMicros;

/// The statements on the table of secrets.
record SecretTable(SecureRandom random) {

    /// How long the secret before a change signs too.
    static final Duration OVERLAP = Duration.ofDays(1);

    /// What an owner's requests are signed with: the newest secret, and perhaps the one before.
    record Secrets(WebhookSecret newest, Instant created, List<WebhookSecret> previous, Instant previousUntil) {

        List<WebhookSecret> at(Instant now) {
            var all = new ArrayList<WebhookSecret>();
            all.add(newest);
            if (now.isBefore(previousUntil)) {
                all.addAll(previous);
            }
            return all;
        }
    }

    /// Those of an owner, who gets one if it has none.
    Secrets of(Connection connection, String owner, Instant now) throws SQLException {
        Optional<Secrets> found = find(connection, owner);
        if (found.isPresent()) {
            return found.get();
        }
        // Where two do that at once, the first one counts.
        try (var statement = connection.prepareStatement(
                "INSERT INTO alerts_webhook_secret (owner, secret, created) SELECT CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(100)), CAST(? AS BIGINT)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM alerts_webhook_secret WHERE owner = ?)")) {
            statement.setString(1, owner);
            statement.setString(2, WebhookSecret.random(random).text());
            statement.setLong(3, EpochMicros.of(now));
            statement.setString(4, owner);
            statement.executeUpdate();
        }
        return find(connection, owner).orElseThrow(() -> new SQLException("a secret was not written", "02000"));
    }

    /// Makes another one. The one before signs too for a while.
    Secrets change(Connection connection, String owner, Instant now) throws SQLException {
        var _ = of(connection, owner, now);
        try (var statement = connection.prepareStatement(
                "UPDATE alerts_webhook_secret SET previous = secret, previous_until = ?, secret = ?, created = ? WHERE owner = ?")) {
            statement.setLong(1, EpochMicros.of(now.plus(OVERLAP)));
            statement.setString(2, WebhookSecret.random(random).text());
            statement.setLong(3, EpochMicros.of(now));
            statement.setString(4, owner);
            statement.executeUpdate();
        }
        return of(connection, owner, now);
    }

    private static Optional<Secrets> find(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT secret, created, previous, previous_until FROM alerts_webhook_secret WHERE owner = ?")) {
            statement.setString(1, owner);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                List<WebhookSecret> previous = Optional.ofNullable(rows.getString(3)).map(WebhookSecret::new).stream()
                        .toList();
                return Optional.of(new Secrets(
                        new WebhookSecret(rows.getString(1)),
                        EpochMicros.instant(rows.getLong(2)),
                        previous,
                        EpochMicros.instant(rows.getLong(4))));
            }
        }
    }

    static void deleteAll(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM alerts_webhook_secret WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }
}
