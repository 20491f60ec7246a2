package tickertape.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.AccessEnded;
import tickertape.store.Database;
import tickertape.store.EntityClasses;
import tickertape.store.EntityStore;
import tickertape.store.WriteQueues;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the sessions of browsers.
@ApplicationScoped
public class SessionBeans {

    private static final Logger LOG = System.getLogger(SessionBeans.class.getName());

    /// How many ends of sessions wait while the database is away.
    private static final int WAITING = 100_000;

    @Produces
    static EntityClasses entities() {
        return new EntityClasses(Set.of(SessionKey.class, EndedCredential.class));
    }

    @Produces
    @Singleton
    static SessionState state(
            EntityStore store,
            Database database,
            WriteQueues queues,
            @ConfigProperties(prefix = "identity.session") SessionSettings settings,
            InstantSource clock) {
        SessionSettings checked = settings.checked();
        var unwritten = queues.<EndedCredential>open(
                "sessions",
                WAITING,
                EndedCredential::id,
                new EndingWriter(database.dialect()),
                lost -> LOG.log(Level.WARNING, "The ends of {0} sessions were lost", Integer.toString(lost.size())));
        return new SessionState(store, clock, new SecureRandom(), checked.keyAge, checked.limit, unwritten::put);
    }

    @Produces
    @Singleton
    static Sessions sessions(
            SessionState state,
            @ConfigProperties(prefix = "identity.session") SessionSettings settings,
            InstantSource clock,
            Event<AccessEnded> endings) {
        return new Sessions(state, settings.checked(), clock, new SecureRandom(), endings);
    }

    @Produces
    @Singleton
    static Sealing sealing(SessionState state, InstantSource clock) {
        return new Sealing(state::newest, state::key, clock);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "identity.session") SessionSettings settings) {
        return settings::checked;
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "identity.session") SessionSettings settings) {
        return new SettingsSummary("sessions", settings.inWords());
    }
}
