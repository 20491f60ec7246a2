package tickertape.identity.account;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import tickertape.store.EntityStore;

/// Accounts for tests outside this package.
public final class TestAccounts {

    private TestAccounts() {}

    public static Accounts of(EntityStore store, InstantSource clock) {
        return new Accounts(store, clock, new SecureRandom(), Set.of());
    }
}
