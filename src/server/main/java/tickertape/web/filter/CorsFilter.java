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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Lets pages of the listed origins use this service with their credentials, and no other pages (WHATWG Fetch, CORS).
///
/// A servlet filter and not one of JAX-RS, because the stream writes its own response. It echoes the origin and never
/// sends `*`, which browsers do not accept with credentials.
public class CorsFilter implements Filter {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Accept, Authorization, Cache-Control, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, "
                    // W3C Trace Context and Baggage, which instrumented pages send.
                    + "baggage, traceparent, tracestate";

    @Inject
    @ConfigProperties(prefix = "cors")
    CorsSettings settings;

    private Set<String> origins = Set.of();
    private String headers = HEADERS;

    @Override
    public void init(FilterConfig config) {
        origins = settings.checked();
        headers = Stream.concat(Stream.of(HEADERS), settings.headers.orElse(List.of()).stream())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var httpRequest = (HttpServletRequest) request;
        var httpResponse = (HttpServletResponse) response;
        // The whole header here, because the JAX-RS runtime would replace it. Without listed origins, the
        // response is the same for all of them, and caches keep it once.
        httpResponse.setHeader("Vary", origins.isEmpty() ? "Accept" : "Accept, Origin");
        String origin = httpRequest.getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            httpResponse.setHeader("Access-Control-Allow-Origin", origin);
            httpResponse.setHeader("Access-Control-Allow-Credentials", "true");
            httpResponse.setHeader(
                    "Access-Control-Expose-Headers", "Delayed, ETag, Last-Event-ID, Link, Market-Zone, Retry-After");
            if (isPreflight(httpRequest)) {
                httpResponse.setHeader("Access-Control-Allow-Methods", METHODS);
                httpResponse.setHeader("Access-Control-Allow-Headers", headers);
                httpResponse.setHeader("Access-Control-Max-Age", "7200");
                httpResponse.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }
}
