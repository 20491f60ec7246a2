package tickertape.web.admission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// The pages below `/openapi` that Liberty serves by itself: no filter of an application sees a request for them, and
/// Liberty redirects to whatever host the client has named.
///
/// @param hosts under which they are served, in lower case; empty for any
record LibertyPages(Set<String> hosts) {

    /// Where the page begins that tries the API out.
    static final String UI = "/openapi/ui/";

    private static final String PLACE = "/openapi/";

    /// False for such a page under a host that is not listed.
    ///
    /// @param path as the client wrote it
    boolean serves(String path, String host) {
        return hosts.isEmpty()
                || hosts.contains(host.toLowerCase(Locale.ROOT))
                || !normal(path).startsWith(PLACE);
    }

    /// Whether Liberty would redirect this path to [#UI], on the host that the client has named.
    ///
    /// @param path as the client wrote it
    static boolean redirects(String path) {
        return (normal(path) + "/").equals(UI) && !path.endsWith("/");
    }

    /// The path as servers read it: decoded, without parameters (RFC 3986, 3.3), empty segments and dots.
    private static String normal(String path) {
        try {
            String decoded = URLDecoder.decode(path, StandardCharsets.UTF_8);
            return Path.of(decoded.replaceAll(";[^/]*", "")).normalize().toString();
        } catch (IllegalArgumentException malformed) {
            // Liberty refuses it too.
            return path;
        }
    }
}
