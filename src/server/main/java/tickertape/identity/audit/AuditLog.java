package tickertape.identity.audit;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.ServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.identity.RandomId;
import tickertape.web.ClientAddress;

/// Keeps what people do with accounts: in the database, and in the log if that is asked for. Safe for any thread.
public final class AuditLog {

    private static final Logger LOG = System.getLogger("tickertape.audit");

    private final Consumer<AuditEntry> store;
    private final boolean logged;
    private final Jsonb jsonb;
    private final InstantSource clock;
    private final SecureRandom random;

    /// @param logged whether each entry is a line of JSON in the log too
    AuditLog(Consumer<AuditEntry> store, boolean logged, Jsonb jsonb, InstantSource clock, SecureRandom random) {
        this.store = store;
        this.logged = logged;
        this.jsonb = jsonb;
        this.clock = clock;
        this.random = random;
    }

    /// Adds an entry.
    ///
    /// @param account the id; null where a name belongs to no account
    public void add(AuditAction action, @Nullable String account, String name, ServletRequest request, String detail) {
        var entry = new AuditEntry(
                RandomId.of(random), clock.instant(), action.text(), account, name, ClientAddress.of(request), detail);
        store.accept(entry);
        if (logged) {
            LOG.log(Level.INFO, jsonb.toJson(entry));
        }
    }
}
