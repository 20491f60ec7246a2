package tickertape.identity.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tickertape.web.Sha256;

/// Keeps what tokens say whose signature was good, until the issuer's keys have been fetched again: to check a
/// signature costs more than to open a stream. Safe for any thread.
final class TokenCache implements TokenCheck {

    static final int SIZE = 10_000;

    private final TokenCheck check;
    private final JWKSetSource<SecurityContext> keys;
    private final InstantSource clock;
    private volatile Good good = new Good(new JWKSet(), new ConcurrentHashMap<>());

    /// @param claims of tokens that are good by these keys, by the hash of their token
    private record Good(JWKSet keys, ConcurrentMap<String, JWTClaimsSet> claims) {

        @SuppressWarnings("ReferenceEquality") // Keys that were fetched again are others, even if they are the same.
        boolean areBy(JWKSet others) {
            return keys == others;
        }

        void keep(String hash, JWTClaimsSet claimsOfOne) {
            if (claims.size() < SIZE) {
                claims.put(hash, claimsOfOne);
            }
        }
    }

    /// @param keys of the issuer, in the cache that the check takes them from
    TokenCache(TokenCheck check, JWKSetSource<SecurityContext> keys, InstantSource clock) {
        this.check = check;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public JWTClaimsSet check(String token) throws InvalidTokenException, KeySourceException {
        Optional<Good> before = newest().map(this::of);
        String hash = Sha256.base64Url(token);
        Optional<JWTClaimsSet> known = before.map(kept -> kept.claims().get(hash));
        if (known.isPresent()) {
            return known.get();
        }
        JWTClaimsSet claims = check.check(token);
        // If keys have come meanwhile, there is no telling by which ones this was good.
        Optional<JWKSet> after = newest();
        before.filter(kept -> after.filter(kept::areBy).isPresent()).ifPresent(kept -> kept.keep(hash, claims));
        return claims;
    }

    // Has keys fetched whenever it is time. The check says by itself what it means if there are none.
    private Optional<JWKSet> newest() {
        try {
            return Optional.of(keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), null));
        } catch (KeySourceException away) {
            return Optional.empty();
        }
    }

    // Two threads may both begin anew: then one of them keeps its token for nothing.
    private Good of(JWKSet newest) {
        Good now = good;
        if (!now.areBy(newest)) {
            now = new Good(newest, new ConcurrentHashMap<>());
            good = now;
        }
        return now;
    }
}
