package tickertape.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.AccessEnded;
import tickertape.store.EntityClasses;
import tickertape.store.EntityStore;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the sessions of browsers.
@ApplicationScoped
public class SessionBeans {

    @Produces
    static EntityClasses entities() {
        return new EntityClasses(Set.of(SessionKey.class, EndedCredential.class));
    }

    @Produces
    @Singleton
    static Sessions sessions(
            EntityStore store,
            @ConfigProperties(prefix = "identity.session") SessionSettings settings,
            InstantSource clock,
            Event<AccessEnded> endings) {
        SessionSettings checked = settings.checked();
        var random = new SecureRandom();
        var state = new SessionState(store, clock, random, checked.keyAge, checked.limit);
        return new Sessions(state, checked, clock, random, endings);
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
