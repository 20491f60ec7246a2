package tickertape.identity.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import tickertape.identity.Authentication;
import tickertape.identity.Authenticator;
import tickertape.identity.BearerToken;
import tickertape.identity.Caller;
import tickertape.identity.IssuerListener;

/// Recognizes the tokens of an issuer. Safe for any thread.
final class JwtAuthenticator implements Authenticator, AutoCloseable {

    private final TokenCheck signature;
    private final ClaimsReader claims;
    private final IssuerListener listener;
    private final Runnable end;

    /// @param listener hears what the issuer says of its callers
    /// @param end of what it takes its keys from
    JwtAuthenticator(TokenCheck signature, ClaimsReader claims, IssuerListener listener, Runnable end) {
        this.signature = signature;
        this.claims = claims;
        this.listener = listener;
        this.end = end;
    }

    @Override
    public Optional<Authentication> authenticate(HttpServletRequest request) {
        return BearerToken.of(request).filter(JwtAuthenticator::hasThreeParts).map(this::authenticate);
    }

    // A signed JWT has three parts; tokens of this server have two.
    private static boolean hasThreeParts(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        return first > 0 && second > first && token.indexOf('.', second + 1) < 0;
    }

    Authentication authenticate(String token) {
        try {
            JWTClaimsSet says = signature.check(token);
            Caller caller = claims.caller(says, token);
            listener.hear(caller, claims.said(says), caller.until().orElseThrow());
            return new Authentication.Known(caller);
        } catch (InvalidTokenException refused) {
            return new Authentication.Invalid(refused.reason());
        } catch (KeySourceException away) {
            return new Authentication.Unavailable();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
