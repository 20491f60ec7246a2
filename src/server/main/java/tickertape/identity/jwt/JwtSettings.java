package tickertape.identity.jwt;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// Whose tokens (JWT) services may bring: the settings `identity.jwt.*`.
@Dependent
@ConfigProperties(prefix = "identity.jwt")
@SuppressWarnings("NullAway.Init")
public class JwtSettings {

    private static final String PREFIX = "identity.jwt.";

    /// Who signs the tokens that services may bring: their `iss`, such as `https://id.example/realms/desk`. Nobody by
    /// default.
    Optional<String> issuer;

    /// The URL of the issuer's keys (a JWK Set); by default the one that its discovery document names.
    Optional<String> jwks;

    /// For whom the tokens must be: one of their `aud`. It has to be set with the issuer.
    Optional<String> audience;

    /// The claim with the name that people see; where it is missing, the subject is shown. This, the rights and the
    /// clocks are for `identity.oidc.*`, too.
    @ConfigProperty(name = "name-claim", defaultValue = "preferred_username")
    String nameClaim = "preferred_username";

    /// The claim with rights, such as `moderator`: a list, or words with spaces between them. A dot leads into an
    /// object: `realm_access.roles`.
    @ConfigProperty(name = "rights-claim", defaultValue = "roles")
    String rightsClaim = "roles";

    /// The claim with scopes: `read`, `feed`, `trade`. Without one, a token is good for what is public only.
    @ConfigProperty(name = "scopes-claim", defaultValue = "scope")
    String scopesClaim = "scope";

    /// How far the clocks of the issuer and of this server may be apart, five minutes at most.
    @ConfigProperty(name = "clock-skew", defaultValue = "PT30S")
    Duration clockSkew = Duration.ofSeconds(30);

    /// Whose tokens are good; throws `IllegalArgumentException`.
    Optional<TrustedIssuer> trusted() {
        SettingBounds.check(PREFIX + "clock-skew", Duration.ZERO, clockSkew, Duration.ofMinutes(5));
        if (issuer.isEmpty()) {
            if (jwks.isPresent() || audience.isPresent()) {
                throw new IllegalArgumentException(PREFIX + "issuer is missing: nobody's tokens would be good");
            }
            return Optional.empty();
        }
        if (jwks.isEmpty()) {
            var _ = IssuerDocument.address(PREFIX + "issuer", issuer.get());
        }
        return Optional.of(new TrustedIssuer(
                issuer.get(),
                audience.orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + "audience is missing: tokens for all other services would be good here")),
                jwks.map(address -> IssuerDocument.checked(PREFIX + "jwks", address))));
    }

    ClaimsReader.ClaimNames claims() {
        return new ClaimsReader.ClaimNames(nameClaim, rightsClaim, scopesClaim);
    }

    String inWords() {
        return trusted()
                .map(trusted -> "of %s for '%s'".formatted(trusted.id(), trusted.audience()))
                .orElse("no issuer");
    }
}
