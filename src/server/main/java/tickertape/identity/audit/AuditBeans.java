package tickertape.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.AuditTrail;
import tickertape.store.Database;
import tickertape.store.WriteQueues;
import tickertape.web.NanoTime;
import tickertape.web.start.StartupCheck;

/// Wires the audit log.
@ApplicationScoped
public class AuditBeans {

    private static final Logger LOG = System.getLogger(AuditBeans.class.getName());

    /// How many entries wait while the database is away.
    private static final int WAITING = 10_000;

    @Produces
    @Singleton
    static AuditLog log(
            WriteQueues queues,
            Database database,
            @ConfigProperties(prefix = "identity.audit") AuditSettings settings,
            Jsonb jsonb,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        var queue = queues.<AuditEntry>open(
                "audit",
                WAITING,
                AuditEntry::id,
                new AuditWriter(database.dialect(), settings.keep(), clock),
                lost -> LOG.log(
                        Level.WARNING, "{0} entries of the audit log were lost", Integer.toString(lost.size())));
        return new AuditLog(queue::put, settings.log, jsonb, clock, new SecureRandom(), new RefusalTally(nanoTime));
    }

    /// What features note there.
    @Produces
    @Singleton
    static AuditTrail trail(AuditLog log) {
        return new FeatureTrail(log);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "identity.audit") AuditSettings settings) {
        return settings::keep;
    }
}
