package tickertape.web.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/// Adds the security headers of every response: browsers must not guess media types, load anything from elsewhere, show
/// the page in a frame, or show a cached copy without revalidating it.
public class SecurityHeaders implements Filter {

    private static final Map<String, String> HEADERS = Map.of(
            // Otherwise caches may keep a quote, or one half of a new page, for as long as they guess. Private: shared
            // caches take the length of 0 that the server gives to a 304 for that of the content (RFC 9110, 8.6).
            "Cache-Control", "private, no-cache",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var httpResponse = (HttpServletResponse) response;
        HEADERS.forEach(httpResponse::setHeader);
        chain.doFilter(request, response);
    }
}
