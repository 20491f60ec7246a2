package tickertape.alerts.webhook;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickertape.store.Database;
import tickertape.store.SqlWork;
import tickertape.store.WakeSignal;
import tickertape.web.ProblemException;

/// The webhooks, secrets and dead letters in the database, for requests. Safe for any thread; all of it throws
/// `DatabaseException` while the database is away.
public final class Webhooks {

    private final Database database;
    private final SecretTable secrets;
    private final AddressPolicy policy;
    private final WebhookLimits limits;
    private final InstantSource clock;
    private final WakeSignal signal;

    Webhooks(
            Database database,
            SecretTable secrets,
            AddressPolicy policy,
            WebhookLimits limits,
            InstantSource clock,
            WakeSignal signal) {
        this.database = database;
        this.secrets = secrets;
        this.policy = policy;
        this.limits = limits;
        this.clock = clock;
        this.signal = signal;
    }

    /// What sets the webhook of an alert, in the transaction that writes the alert. Throws `ProblemException` 400 for
    /// what is no good address.
    ///
    /// @param wanted empty if nothing is to change; an empty text takes it away
    /// @param isLate whether firings come late whatever rights the owner has, because who sets it may not read
    public SqlWork<Boolean> setting(String owner, String alert, Optional<String> wanted, boolean isLate) {
        if (wanted.isEmpty()) {
            return _ -> false;
        }
        if (wanted.get().isEmpty()) {
            return connection -> {
                WebhookTable.remove(connection, alert);
                DeliveryTable.drop(connection, alert);
                return true;
            };
        }
        WebhookUrl url = checked(wanted.get());
        return connection -> set(connection, owner, alert, url, isLate);
    }

    private WebhookUrl checked(String text) {
        if (!limits.isOn()) {
            throw problem("this server sends nothing to webhooks: leave it out");
        }
        try {
            return WebhookUrl.of(text, policy);
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private boolean set(Connection connection, String owner, String alert, WebhookUrl url, boolean isLate)
            throws SQLException {
        Instant now = clock.instant();
        var _ = secrets.of(connection, owner, now);
        WebhookTable.set(connection, alert, owner, url, isLate);
        DeliveryTable.redirect(connection, alert, url, now);
        return true;
    }

    private static ProblemException problem(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }

    /// Those of an owner, by the ids of their alerts.
    public Map<String, Webhook> of(String owner) {
        return database.query(connection -> WebhookTable.ofOwner(connection, owner));
    }

    SecretInfo secret(String owner) {
        Instant now = clock.instant();
        return SecretInfo.of(durably(connection -> secrets.of(connection, owner, now)), now);
    }

    SecretInfo changeSecret(String owner) {
        Instant now = clock.instant();
        return SecretInfo.of(durably(connection -> secrets.change(connection, owner, now)), now);
    }

    // What a caller was told must outlive a kill.
    private <T> T durably(SqlWork<T> work) {
        T result = database.transaction(work);
        database.sync();
        return result;
    }

    /// Those that could not be sent to an owner, the newest first.
    List<DeadLetter> dead(String owner) {
        return database.query(connection -> DeadLetterTable.ofOwner(connection, owner));
    }

    /// Has one be sent again; returns false if the owner has none with this id.
    boolean revive(String owner, String id) {
        boolean found = durably(
                connection -> DeadLetterTable.revive(connection, owner, id, clock.instant(), limits.patience()));
        signal.wake();
        return found;
    }

    /// Returns false if the owner has none with this id.
    boolean delete(String owner, String id) {
        return durably(connection -> DeadLetterTable.delete(connection, owner, id));
    }

    void deleteAll(String owner) {
        var _ = database.transaction(connection -> {
            WebhookTable.deleteAll(connection, owner);
            DeliveryTable.deleteAll(connection, owner);
            SecretTable.deleteAll(connection, owner);
            return owner;
        });
    }
}
