package tickertape.web.admission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// The pages below `/openapi` that Liberty serves by itself: no filter of an application sees a request for them, and
/// Liberty redirects to whatever host the client has named.
///
/// @param hosts under which they are served, in lower case; empty for any
record LibertyPages(Set<String> hosts) {

    private static final String PLACE = "/openapi/";

    /// False for such a page under a host that is not listed.
    ///
    /// @param path as the client wrote it
    boolean serves(String path, String host) {
        return hosts.isEmpty()
                || hosts.contains(host.toLowerCase(Locale.ROOT))
                || !decoded(path).contains(PLACE);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // Liberty refuses it too.
            return path;
        }
    }
}
