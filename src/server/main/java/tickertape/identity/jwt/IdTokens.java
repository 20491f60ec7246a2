package tickertape.identity.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import tickertape.identity.Caller;

/// Checks the ID tokens of a provider (OpenID Connect Core 1.0, 3.1.3.7), and tells whom they are of. Safe for any
/// thread.
public final class IdTokens {

    /// They come from the provider itself, and some list all groups of a company.
    private static final int LONGEST = 64 * 1024;

    private final String client;
    private final SignatureCheck signature;
    private final ClaimsReader claims;

    /// @param client for which they must be
    /// @param settings which claims tell of a person, and how far clocks may be apart
    /// @param threads that fetch the keys
    public IdTokens(
            String issuer,
            String client,
            JwtSettings settings,
            DocumentFetcher fetcher,
            ExecutorService threads,
            InstantSource clock) {
        this.client = client;
        var trusted = new TrustedIssuer(issuer, client, Optional.empty());
        var keys = new IssuerKeys(trusted, fetcher);
        signature = new SignatureCheck(keys.cached(IssuerKeys.INTERVAL, threads), keys::isCurrent, LONGEST);
        claims = new ClaimsReader(trusted, settings.claims(), settings.clockSkew, clock);
    }

    /// Whom a provider vouches for.
    ///
    /// @param subject by which the provider tells people apart
    public record Person(String subject, Caller caller) {}

    /// Throws `IOException` while nobody can say.
    ///
    /// @param nonce that the sign-in began with
    public Person read(String token, String nonce) throws InvalidTokenException, IOException {
        JWTClaimsSet says = checked(token);
        Map<String, Object> all = says.getClaims();
        if (!nonce.equals(all.get("nonce"))) {
            throw new InvalidTokenException("it is of another sign-in");
        }
        Object party = all.get("azp");
        if (party == null ? says.getAudience().size() > 1 : !client.equals(party)) {
            throw new InvalidTokenException("it was issued to another client");
        }
        return new Person(says.getSubject(), claims.caller(says, token));
    }

    private JWTClaimsSet checked(String token) throws InvalidTokenException, IOException {
        try {
            return signature.check(token);
        } catch (KeySourceException away) {
            throw new IOException(away.getMessage(), away);
        }
    }
}
