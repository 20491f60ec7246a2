package tickertape.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/// The token that a request brings in `Authorization: Bearer` (RFC 6750).
public final class BearerToken {

    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
