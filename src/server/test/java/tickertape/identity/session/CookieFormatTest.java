package tickertape.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A session in a cookie, and cookies that others have made.
class CookieFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00.123Z");
    private static final Session SESSION = new Session(
            "s1",
            "a1",
            "苹果",
            Set.of("moderator", "realtime"),
            NOW,
            NOW.plusNanos(1_000),
            Instant.parse("2026-12-04T12:00:00Z"));

    private final SessionKey key = new SessionKey(new SecureRandom(), NOW);
    private final Map<String, SessionKey> keys = Map.of(key.id(), key);

    @Test
    void sessionIsReadAsItWasWritten() {
        assertThat(read(CookieFormat.write(SESSION, key))).hasValue(SESSION);
    }

    @Test
    void keyThatIsNotOursReadsNothing() {
        assertThat(read(CookieFormat.write(SESSION, new SessionKey(new SecureRandom(), NOW))))
                .isEmpty();
    }

    @Test
    void nothingIsReadOfWhatWasChanged() {
        List<String> parts = List.of(CookieFormat.write(SESSION, key).split("\\.", -1));
        String claims = new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8)
                .replace("moderator", "administrator");
        String changed =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        assertThat(claims).contains("administrator");
        assertThat(read(String.join(".", parts.get(0), changed, parts.get(2)))).isEmpty();
    }

    @Test
    void nothingIsReadWithoutASignature() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(CookieFormat.write(SESSION, key)).getJWTClaimsSet();

        assertThat(read(new PlainJWT(claims).serialize())).isEmpty();
    }

    @Test
    void nothingIsReadThatWasSignedWithoutTheNameOfAKey() throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                SignedJWT.parse(CookieFormat.write(SESSION, key)).getJWTClaimsSet());
        jwt.sign(new MACSigner(key.secret()));

        assertThat(read(jwt.serialize())).isEmpty();
    }

    @Test
    void nothingIsReadOfClaimsThatAreMissing() throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build(),
                new JWTClaimsSet.Builder().subject("a1").build());
        jwt.sign(new MACSigner(key.secret()));

        assertThat(read(jwt.serialize())).isEmpty();
    }

    @Test
    void nothingIsReadOfNoise() {
        assertThat(read("")).isEmpty();
        assertThat(read("a.b.c")).isEmpty();
        assertThat(read("ttk_0123456789abcdef")).isEmpty();
    }

    private Optional<Session> read(String cookie) {
        return CookieFormat.read(cookie, id -> Optional.ofNullable(keys.get(id)));
    }
}
