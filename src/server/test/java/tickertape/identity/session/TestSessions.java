package tickertape.identity.session;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.InstantSource;
import tickertape.identity.AccessEnded;
import tickertape.store.EntityStore;

/// Sessions for tests outside this package; nobody hears of their ends.
public final class TestSessions {

    private TestSessions() {}

    public static Sessions of(EntityStore store, InstantSource clock) {
        var settings = new SessionSettings();
        var state = new SessionState(store, clock, new SecureRandom(), settings.keyAge, settings.limit, _ -> {});
        return new Sessions(state, settings, clock, new SecureRandom(), nobody());
    }

    @SuppressWarnings("unchecked")
    private static Event<AccessEnded> nobody() {
        return (Event<AccessEnded>) Proxy.newProxyInstance(
                TestSessions.class.getClassLoader(), new Class<?>[] {Event.class}, (_, _, _) -> null);
    }
}
