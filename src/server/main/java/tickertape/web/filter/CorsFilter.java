package tickertape.web.filter;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Lets pages of the listed origins use this service, with their credentials, and nobody else's (WHATWG Fetch, CORS).
///
/// A servlet filter, not one of JAX-RS: the stream writes its own response. The origin is echoed, never `*`, which goes
/// with no credentials.
public class CorsFilter implements Filter {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Accept, Cache-Control, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID";

    @Inject
    @ConfigProperties(prefix = "cors")
    CorsSettings settings;

    private Set<String> origins = Set.of();

    @Override
    public void init(FilterConfig config) {
        origins = settings.checked();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var question = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        // All in one place, for the JAX-RS runtime would put its own in place of this. Whoever has listed no origins is
        // spared theirs, and caches keep one answer for all.
        answer.setHeader("Vary", origins.isEmpty() ? "Accept" : "Accept, Origin");
        String origin = question.getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            answer.setHeader("Access-Control-Allow-Origin", origin);
            answer.setHeader("Access-Control-Allow-Credentials", "true");
            answer.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
            if (isPreflight(question)) {
                answer.setHeader("Access-Control-Allow-Methods", METHODS);
                answer.setHeader("Access-Control-Allow-Headers", HEADERS);
                answer.setHeader("Access-Control-Max-Age", "7200");
                answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }
}
