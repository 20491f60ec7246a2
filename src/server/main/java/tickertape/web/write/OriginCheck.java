package tickertape.web.write;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether a write comes from a page that may write here, so that no other page can write with the credentials
/// of
/// its visitor (cross-site request forgery).
///
/// `same-site` is not enough: another host of the same domain may belong to somebody else.
final class OriginCheck {

    private final Set<String> listed;

    /// @param listed other origins whose pages may write, such as `https://desk.example`
    OriginCheck(Set<String> listed) {
        this.listed = listed;
    }

    /// @param fetchSite the request's `Sec-Fetch-Site`, which browsers send and pages cannot change
    /// @param origin its `Origin`; programs that are no browsers send neither, and pass
    /// @param host its `Host`
    boolean allows(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (origin != null && listed.contains(origin)) {
            return true;
        }
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin == null || (host != null && authority(origin).equals(authority("//" + host)));
    }

    // Without the scheme, because a proxy may have ended TLS; without a default port, which browsers leave out.
    private static String authority(String uri) {
        try {
            String authority = URI.create(uri).getAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
