package tickertape.identity.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the keys of an issuer are: as configured, or as its discovery document says (OpenID Connect Discovery 1.0).
///
/// One thread at a time uses it.
final class KeyLocation {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final TrustedIssuer issuer;
    private final DocumentFetcher fetcher;
    private @Nullable URI found;

    KeyLocation(TrustedIssuer issuer, DocumentFetcher fetcher) {
        this.issuer = issuer;
        this.fetcher = fetcher;
    }

    /// An address that may be asked for keys. Over plain HTTP somebody in between could put in keys of their own.
    ///
    /// @param name of the setting, or of what else the address is from
    /// @throws IllegalArgumentException if it is neither HTTPS nor on this machine
    static URI checked(String name, String address) {
        String told = "%s is an https URL, or an http URL of this machine, not '%s'".formatted(name, address);
        try {
            var uri = new URI(address);
            if (!isSafe(uri)) {
                throw new IllegalArgumentException(told);
            }
            return uri;
        } catch (URISyntaxException nonsense) {
            throw new IllegalArgumentException(told, nonsense);
        }
    }

    private static boolean isSafe(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        return host != null
                && (scheme.equals("https")
                        || (scheme.equals("http") && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT))));
    }

    /// Where the issuer says what there is to know of it.
    static URI discovery(String name, String issuer) {
        return checked(name, issuer.replaceFirst("/$", "") + DISCOVERY);
    }

    URI find() throws IOException {
        if (issuer.keys().isPresent()) {
            return issuer.keys().get();
        }
        URI known = found;
        if (known == null) {
            known = discovered();
            found = known;
        }
        return known;
    }

    /// It was of no use: next time, the issuer is asked again.
    void forget() {
        found = null;
    }

    private URI discovered() throws IOException {
        URI address = discovery("issuer", issuer.id());
        try {
            Map<String, Object> document = JSONObjectUtils.parse(fetcher.fetch(address));
            if (!issuer.id().equals(document.get("issuer"))) {
                throw new IOException("%s is of another issuer".formatted(address));
            }
            return checked("jwks_uri", String.valueOf(document.get("jwks_uri")));
        } catch (ParseException | IllegalArgumentException nonsense) {
            throw new IOException("%s: %s".formatted(address, nonsense.getMessage()), nonsense);
        }
    }
}
