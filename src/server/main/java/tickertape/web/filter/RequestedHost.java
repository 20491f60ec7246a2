package tickertape.web.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The host that a request names, as `Host` or `:authority`.
///
/// @param name in lower case, without the port; an IPv6 address with its brackets
record RequestedHost(String name) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    /// The host in the URL that the server has made of a request; empty if the client has put a path or anything else
    /// in its place. Whatever routes by such a URL would take another way than what routes by the path.
    ///
    /// @param url with the host, and without the query
    /// @param path the path of the request, as it was sent
    static Optional<RequestedHost> of(String url, String path) {
        if (!url.endsWith(path)) {
            return Optional.empty();
        }
        Matcher origin = ORIGIN.matcher(url.substring(0, url.length() - path.length()));
        return origin.matches()
                ? Optional.of(new RequestedHost(origin.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
