package tickertape.tape.stream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Knows who makes a request. Whoever keeps accounts provides one bean of this type; without one, every caller is
/// nobody, and private topics are closed.
public interface CallerSource {

    /// The account that makes a request; empty where nobody in particular does. Called on the request's thread,
    /// before the stream begins.
    Optional<String> caller(HttpServletRequest request);

    /// The `WWW-Authenticate` of a response to a client that must sign in.
    String challenge();
}
