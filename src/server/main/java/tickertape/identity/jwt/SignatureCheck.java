package tickertape.identity.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Tells whether an issuer has signed a token. It looks only at keys of the issuer, whatever the token says of keys.
/// Safe for any thread.
final class SignatureCheck implements TokenCheck {

    static final int LONGEST = 8192;

    /// None by which somebody who knows a public key could sign.
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /// RFC 7519 and RFC 9068.
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final BooleanSupplier current;
    private final int longest;

    /// @param keys of the issuer
    /// @param current whether these are all keys that it has
    SignatureCheck(JWKSource<SecurityContext> keys, BooleanSupplier current) {
        this(keys, current, LONGEST);
    }

    /// @param longest how many characters a token may have
    SignatureCheck(JWKSource<SecurityContext> keys, BooleanSupplier current, int longest) {
        this.current = current;
        this.longest = longest;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // Checked before a key is looked for.
        processor.setJWSTypeVerifier((_, _) -> {});
        // Checked by the ClaimsReader.
        processor.setJWTClaimsSetVerifier(null);
    }

    @Override
    public JWTClaimsSet check(String token) throws InvalidTokenException, KeySourceException {
        SignedJWT jwt = parse(token);
        checkHeader(jwt.getHeader());
        try {
            return processor.process(jwt, null);
        } catch (BadJWSException forged) {
            throw new InvalidTokenException("the issuer has not signed this", forged);
        } catch (BadJWTException unreadable) {
            throw new InvalidTokenException("its claims can not be read", unreadable);
        } catch (BadJOSEException | RateLimitReachedException unknown) {
            throw unknown(unknown);
        } catch (KeySourceException away) {
            throw away;
        } catch (JOSEException unusable) {
            throw new InvalidTokenException("its signature can not be checked", unusable);
        }
    }

    private SignedJWT parse(String token) throws InvalidTokenException {
        if (token.length() > longest) {
            throw new InvalidTokenException("it is longer than %s characters".formatted(longest));
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException noise) {
            throw new InvalidTokenException("it is no signed JWT", noise);
        }
    }

    private static void checkHeader(JWSHeader header) throws InvalidTokenException {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new InvalidTokenException("its algorithm is not taken here");
        }
        if (header.getCriticalParams() != null) {
            throw new InvalidTokenException("it asks for extensions that are not known here");
        }
        if (header.getType() != null && !TYPES.contains(header.getType())) {
            throw new InvalidTokenException("it is a token for something else");
        }
    }

    private InvalidTokenException unknown(Exception cause) throws KeySourceException {
        if (!current.getAsBoolean()) {
            throw new JWKSetUnavailableException("the issuer may have other keys", cause);
        }
        return new InvalidTokenException("the issuer has no such key", cause);
    }
}
