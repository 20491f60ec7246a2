package tickertape.identity.audit;

import jakarta.servlet.ServletRequest;
import java.time.Instant;
import tickertape.identity.AuditTrail;
import tickertape.identity.Caller;

/// What features add to the audit log. Safe for any thread.
record FeatureTrail(AuditLog log) implements AuditTrail {

    @Override
    public void add(String action, Caller caller, ServletRequest request, String detail) {
        log.add(action, caller.id(), caller.name(), request, detail);
    }

    @Override
    public void addOnce(String action, String key, Instant time, Caller caller, ServletRequest request, String detail) {
        log.addOnce(action, key, time, caller, request, detail);
    }
}
