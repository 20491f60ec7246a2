package tickertape.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import tickertape.identity.RandomId;

/// A key that cookies are signed with.
@Entity
@Table(name = "identity_session_key")
class SessionKey {

    private static final int BYTES = 32;

    @Id
    private String id = "";

    @Column(name = "secret")
    private String secret = "";

    @Column(name = "created")
    private Instant created = Instant.EPOCH;

    protected SessionKey() {}

    /// Makes a new one.
    SessionKey(SecureRandom random, Instant now) {
        id = RandomId.of(random);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        secret = Base64.getEncoder().encodeToString(bytes);
        created = now;
    }

    String id() {
        return id;
    }

    byte[] secret() {
        return Base64.getDecoder().decode(secret);
    }

    Instant created() {
        return created;
    }
}
