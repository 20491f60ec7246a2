package tickertape.identity.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What an issuer publishes about itself (OpenID Connect Discovery 1.0).
public final class IssuerDocument {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private IssuerDocument() {}

    /// Fetches it; throws `IOException` also if it is of another issuer.
    public static Map<String, Object> fetch(String issuer, DocumentFetcher fetcher) throws IOException {
        URI address = address("issuer", issuer);
        try {
            Map<String, Object> document = JSONObjectUtils.parse(fetcher.fetch(address));
            if (!issuer.equals(document.get("issuer"))) {
                throw new IOException("%s is of another issuer".formatted(address));
            }
            return document;
        } catch (ParseException nonsense) {
            throw new IOException("%s: %s".formatted(address, nonsense.getMessage()), nonsense);
        }
    }

    /// Where an issuer publishes it.
    ///
    /// @param name of the setting that the issuer is from
    /// @throws IllegalArgumentException if that is neither HTTPS nor on this machine
    public static URI address(String name, String issuer) {
        return checked(name, issuer.replaceFirst("/$", "") + DISCOVERY);
    }

    /// An address that may be asked for what is trusted. Over plain HTTP somebody in between could put in answers of
    /// their own.
    ///
    /// @param name of the setting, or of what else the address is from
    /// @throws IllegalArgumentException if it is neither HTTPS nor on this machine
    public static URI checked(String name, String address) {
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
}
