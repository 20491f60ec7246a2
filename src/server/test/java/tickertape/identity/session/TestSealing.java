package tickertape.identity.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What seals for tests outside this package.
public final class TestSealing {

    private TestSealing() {}

    /// With a key of its own.
    public static Sealing sealing() {
        var key = new SessionKey(new SecureRandom(), Instant.EPOCH);
        return new Sealing(() -> key, _ -> Optional.of(key), InstantSource.system());
    }
}
