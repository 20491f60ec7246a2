package tickertape.identity.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tickertape.store.EpochMicros;

/// A session as the value of a cookie: a JWT, signed by HS256 with one of the server's own keys. Whoever has it can
/// read it,
/// and nobody can make another.
final class CookieFormat {

    private static final String NAME = "name";
    private static final String RIGHTS = "rights";
    private static final String SIGNED_IN = "auth_time";
    // In microseconds, because a session may begin in the second in which all others of its account ended.
    private static final String ISSUED = "issued";

    private static final Set<String> CLAIMS = Set.of("jti", "sub", NAME, RIGHTS, SIGNED_IN, ISSUED, "exp");

    private CookieFormat() {}

    static String write(Session session, SessionKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .jwtID(session.id())
                .subject(session.account())
                .claim(NAME, session.name())
                .claim(RIGHTS, List.copyOf(session.rights()))
                .claim(SIGNED_IN, EpochMicros.of(session.signedIn()))
                .claim(ISSUED, EpochMicros.of(session.issued()))
                .expirationTime(Date.from(session.until()))
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
        return jwt.serialize();
    }

    /// The session of a cookie; empty if this server has not made it.
    ///
    /// @param keys finds a key by its name
    static Optional<Session> read(String cookie, Function<String, Optional<SessionKey>> keys) {
        try {
            SignedJWT jwt = SignedJWT.parse(cookie);
            String id = jwt.getHeader().getKeyID();
            Optional<SessionKey> key = id == null ? Optional.empty() : keys.apply(id);
            // The verifier takes the algorithms of HMAC only.
            if (key.isEmpty() || !jwt.verify(new MACVerifier(key.get().secret()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!claims.getClaims().keySet().containsAll(CLAIMS)) {
                return Optional.empty();
            }
            return Optional.of(new Session(
                    claims.getJWTID(),
                    claims.getSubject(),
                    claims.getStringClaim(NAME),
                    Set.copyOf(claims.getStringListClaim(RIGHTS)),
                    EpochMicros.instant(claims.getLongClaim(SIGNED_IN)),
                    EpochMicros.instant(claims.getLongClaim(ISSUED)),
                    claims.getExpirationTime().toInstant()));
        } catch (ParseException | JOSEException | IllegalStateException tampered) {
            return Optional.empty();
        }
    }
}
