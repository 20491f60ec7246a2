package tickertape.identity.audit;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.ServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.identity.RandomId;
import tickertape.web.ClientAddress;
import tickertape.web.Sha256;

/// Keeps what people do with accounts: in the database, and in the log if that is asked for. Safe for any thread.
public final class AuditLog {

    private static final Logger LOG = System.getLogger("tickertape.audit");

    /// The attribute of requests that have an entry.
    private static final String NOTED = AuditLog.class.getName();

    private final Consumer<AuditEntry> store;
    private final boolean logged;
    private final Jsonb jsonb;
    private final InstantSource clock;
    private final SecureRandom random;
    private final RefusalTally refusals;

    /// @param logged whether each entry is a line of JSON in the log too
    AuditLog(
            Consumer<AuditEntry> store,
            boolean logged,
            Jsonb jsonb,
            InstantSource clock,
            SecureRandom random,
            RefusalTally refusals) {
        this.store = store;
        this.logged = logged;
        this.jsonb = jsonb;
        this.clock = clock;
        this.random = random;
        this.refusals = refusals;
    }

    /// Adds an entry.
    ///
    /// @param account the id; null where a name belongs to no account
    public void add(AuditAction action, @Nullable String account, String name, ServletRequest request, String detail) {
        add(action.text(), account, name, request, detail);
    }

    /// Adds an entry of a feature, which has a name of its own.
    void add(String action, @Nullable String account, String name, ServletRequest request, String detail) {
        add(
                new AuditEntry(
                        RandomId.of(random), clock.instant(), action, account, name, ClientAddress.of(request), detail),
                request);
    }

    /// The same of something that may be added again, and has one row still: its id is made of the key.
    void addOnce(String action, String key, Instant time, Caller caller, ServletRequest request, String detail) {
        String id = Sha256.base64Url("%s %s".formatted(action, key));
        add(new AuditEntry(id, time, action, caller.id(), caller.name(), ClientAddress.of(request), detail), request);
    }

    private void add(AuditEntry entry, ServletRequest request) {
        request.setAttribute(NOTED, entry.action());
        store.accept(entry);
        if (logged) {
            LOG.log(Level.INFO, jsonb.toJson(entry));
        }
    }

    /// Adds an entry of a refusal, unless there is one of the request, or are too many of the kind: then the next one
    /// tells how many there were.
    public void refused(AuditAction action, Optional<Caller> caller, ServletRequest request, String what) {
        if (request.getAttribute(NOTED) != null) {
            return;
        }
        String account = caller.map(Caller::id).orElse("");
        refusals.count(new RefusalTally.Refusal(action, ClientAddress.of(request), account))
                .ifPresent(count -> add(
                        action,
                        caller.map(Caller::id).orElse(null),
                        caller.map(Caller::name).orElse(""),
                        request,
                        count == 1 ? what : "%s, and %s more".formatted(what, count - 1)));
    }
}
