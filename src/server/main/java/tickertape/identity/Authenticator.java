package tickertape.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// A way to prove who one is. All beans of this type are asked about each request, in no particular order, but those
/// whose
/// credentials a browser sends by itself after all others.
public interface Authenticator {

    /// Empty if the request brings nothing for this way.
    Optional<Authentication> authenticate(HttpServletRequest request);

    /// Whether browsers send its credentials by themselves, as they do with cookies: what a client says of its own
    /// accord goes before that.
    default boolean isAmbient() {
        return false;
    }
}
