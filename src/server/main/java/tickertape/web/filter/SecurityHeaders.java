package tickertape.web.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/// What every answer says to a browser: take nothing for what it is not, load nothing from elsewhere, be framed by
/// nobody, show nothing kept without asking whether it is still right.
public class SecurityHeaders implements Filter {

    private static final Map<String, String> HEADERS = Map.of(
            // Else caches may keep a quote, or one half of a new page, for as long as they guess. The stream says more.
            "Cache-Control", "no-cache",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = (HttpServletResponse) response;
        HEADERS.forEach(answer::setHeader);
        chain.doFilter(request, response);
    }
}
