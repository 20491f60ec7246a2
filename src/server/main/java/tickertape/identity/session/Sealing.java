package tickertape.identity.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Puts values into a text that only servers with the keys of sessions can make and read (JWE, A256GCM), for cookies.
/// Safe for any thread.
public final class Sealing {

    private static final String MAC = "HmacSHA256";

    private final Supplier<SessionKey> newest;
    private final Function<String, Optional<SessionKey>> keys;
    private final InstantSource clock;

    /// @param newest the key to seal with
    /// @param keys finds a key by its name
    Sealing(Supplier<SessionKey> newest, Function<String, Optional<SessionKey>> keys, InstantSource clock) {
        this.newest = newest;
        this.keys = keys;
        this.clock = clock;
    }

    /// Throws `DatabaseException` while there is no key.
    ///
    /// @param purpose what is sealed for one is not opened for another
    /// @param length how long it can be opened
    public String seal(String purpose, Map<String, String> values, Duration length) {
        SessionKey key = newest.get();
        var claims = new JWTClaimsSet.Builder()
                .expirationTime(Date.from(clock.instant().plus(length)));
        values.forEach(claims::claim);
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.id())
                .build();
        var sealed = new EncryptedJWT(header, claims.build());
        try {
            sealed.encrypt(new DirectEncrypter(derived(key, purpose)));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
        return sealed.serialize();
    }

    /// What was sealed; empty if this server has not sealed it, or its time is over. Throws `DatabaseException` while
    /// no key is known.
    public Optional<Map<String, String>> open(String purpose, String sealed) {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(sealed);
            String id = jwt.getHeader().getKeyID();
            Optional<SessionKey> key = id == null ? Optional.empty() : keys.apply(id);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jwt.decrypt(new DirectDecrypter(derived(key.get(), purpose)));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant end = claims.getExpirationTime().toInstant();
            return end.isAfter(clock.instant()) ? Optional.of(texts(claims)) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalStateException tampered) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(JWTClaimsSet claims) {
        var texts = new TreeMap<String, String>();
        claims.getClaims().forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    // No key is used for two things.
    private static byte[] derived(SessionKey key, String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.secret(), MAC));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
