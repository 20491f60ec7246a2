package tickertape.identity.oidc;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.jwt.IssuerDocument;
import tickertape.web.start.SettingBounds;

/// Where people sign in with the account that their company gave them (OpenID Connect): the settings `identity.oidc.*`.
@Dependent
@ConfigProperties(prefix = "identity.oidc")
@SuppressWarnings("NullAway.Init")
public class OidcSettings {

    private static final String PREFIX = "identity.oidc.";
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,40}");

    /// The provider where people sign in with an account of their company: its issuer, such as
    /// `https://id.example/realms/desk`. None by default.
    Optional<String> issuer;

    /// The name of this server there (`client_id`). It has to be set with the issuer.
    Optional<String> client;

    /// The secret that belongs to it, from the environment only, also as `identity_oidc_secret`. Without one the server
    /// is a public client, which PKCE alone protects.
    Optional<String> secret;

    /// What people call the provider, as the page says it: `Sign in with Acme`. The host of the issuer by default.
    Optional<String> label;

    /// What the provider is asked for: words with spaces between them, of which `openid` is one.
    String scope = "openid profile";

    /// The address by which browsers know this server, such as `https://desk.example`; by default what a request says.
    /// The provider sends people back to it: to `/sign-in/callback`, and to `/` after a sign-out.
    Optional<String> address;

    /// How long somebody stays signed in here until the provider is asked again, at most: who is removed there can do
    /// nothing here after that.
    Duration session = Duration.ofHours(12);

    /// How long a visitor waits for the provider in one step.
    Duration timeout = Duration.ofSeconds(5);

    /// This server as the provider knows it; empty without a provider. Throws `IllegalArgumentException`.
    Optional<OidcClient> client() {
        SettingBounds.check(PREFIX + "session", Duration.ofSeconds(1), session, Duration.ofDays(365));
        SettingBounds.check(PREFIX + "timeout", Duration.ofMillis(100), timeout, Duration.ofMinutes(1));
        if (issuer.isEmpty()) {
            if (client.isPresent() || secret.isPresent()) {
                throw new IllegalArgumentException(PREFIX + "issuer is missing: nobody could sign in there");
            }
            return Optional.empty();
        }
        URI document = IssuerDocument.address(PREFIX + "issuer", issuer.get());
        String name = client.orElseThrow(() ->
                new IllegalArgumentException(PREFIX + "client is missing: the provider does not know this server"));
        if (!List.of(scope.split(" ", -1)).contains("openid")) {
            throw new IllegalArgumentException(PREFIX + "scope must contain 'openid', not '%s'".formatted(scope));
        }
        return Optional.of(
                new OidcClient(issuer.get(), name, secret, label(document), scope, address.map(this::checked)));
    }

    private String label(URI document) {
        String text = label.orElse(document.getHost());
        if (!LABEL.matcher(text).matches()) {
            throw new IllegalArgumentException(PREFIX + "label has 1 to 40 characters, not '%s'".formatted(text));
        }
        return text;
    }

    private URI checked(String text) {
        URI uri = IssuerDocument.checked(PREFIX + "address", text);
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().matches("/?")) {
            throw new IllegalArgumentException(
                    PREFIX + "address has no path and no query, unlike '%s'".formatted(text));
        }
        return uri.resolve("/");
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return client().map(known -> "at %s as '%s'%s, for %s"
                        .formatted(
                                known.issuer(),
                                known.id(),
                                known.secret().isEmpty() ? " without a secret" : "",
                                session))
                .orElse("no provider");
    }
}
