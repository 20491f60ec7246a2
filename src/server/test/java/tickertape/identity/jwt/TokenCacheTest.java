package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Tokens that come again, and what makes them be checked again.
class TokenCacheTest {

    private final Keys keys = new Keys();
    private final List<String> checked = new ArrayList<>();
    private Runnable whileChecked = () -> {};
    private final TokenCache cache = new TokenCache(this::check, keys, InstantSource.fixed(Instant.EPOCH));

    @Test
    void goodTokenIsCheckedOnce() throws Exception {
        assertThat(cache.check("a").getSubject()).isEqualTo("a");
        assertThat(cache.check("a").getSubject()).isEqualTo("a");
        assertThat(cache.check("b").getSubject()).isEqualTo("b");

        assertThat(checked).containsExactly("a", "b");
    }

    @Test
    void tokenIsCheckedAgainByOtherKeys() throws Exception {
        cache.check("a");

        keys.set = new JWKSet();
        cache.check("a");
        cache.check("a");

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void whatWasCheckedWhileKeysCameIsNotKept() throws Exception {
        cache.check("other");
        whileChecked = () -> keys.set = new JWKSet();
        cache.check("a");
        whileChecked = () -> {};

        cache.check("a");

        assertThat(checked).containsExactly("other", "a", "a");
    }

    @Test
    void badTokenIsCheckedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> cache.check("bad"));
        }

        assertThat(checked).containsExactly("bad", "bad");
    }

    @Test
    void withoutKeysNothingIsKept() throws Exception {
        cache.check("a");
        keys.set = null;

        cache.check("a");
        cache.check("a");

        assertThat(checked).containsExactly("a", "a", "a");
    }

    @Test
    void noMoreIsKeptThanItsSize() throws Exception {
        for (int i = 0; i <= TokenCache.SIZE; i++) {
            cache.check("token-" + i);
        }
        checked.clear();

        cache.check("token-0");
        cache.check("token-" + TokenCache.SIZE);

        assertThat(checked).containsExactly("token-" + TokenCache.SIZE);
    }

    private JWTClaimsSet check(String token) throws InvalidTokenException {
        checked.add(token);
        whileChecked.run();
        if (token.equals("bad")) {
            throw new InvalidTokenException("it is bad");
        }
        return new JWTClaimsSet.Builder().subject(token).build();
    }

    /// Keys that a test changes; none while the issuer is away.
    private static final class Keys implements JWKSetSource<SecurityContext> {

        private @Nullable JWKSet set = new JWKSet();

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long time, @Nullable SecurityContext context)
                throws KeySourceException {
            if (set == null) {
                throw new JWKSetUnavailableException("the issuer is away");
            }
            return set;
        }

        @Override
        public void close() {}
    }
}
