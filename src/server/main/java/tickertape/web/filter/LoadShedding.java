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
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.monitoring.MetricsEndpoint;

/// Refuses requests with 503 while the server handles too many.
///
/// Each request, even for a file, blocks a thread of the server until its client has read the response. Clients that do
/// not read could otherwise block all threads, and no stream could be opened. A stream blocks none, because its method
/// returns at once. It always passes: a browser's EventSource gives up for good on a 503. `tickertape.web.admission`
/// bounds how many requests come here at a time.
public class LoadShedding implements Filter {

    /// All paths that JAX-RS takes for the stream.
    private static final Pattern STREAM = Pattern.compile("/api/stream(;[^/]*)?/?");

    /// Metrics stay available while the server is full. They have a small limit of their own.
    private static final int SCRAPES = 32;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings settings;

    @Inject
    ProblemWriter problems;

    @Inject
    RequestMetrics metrics;

    private final Semaphore scrapes = new Semaphore(SCRAPES);
    private Semaphore requests = new Semaphore(0);

    @Override
    public void init(FilterConfig config) {
        requests = new Semaphore(settings.checked().requests);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isStream((HttpServletRequest) request)) {
            chain.doFilter(request, response);
            return;
        }
        Semaphore permits =
                ((HttpServletRequest) request).getServletPath().equals(MetricsEndpoint.PATH) ? scrapes : requests;
        if (!permits.tryAcquire()) {
            refuse(request, (HttpServletResponse) response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            permits.release();
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        // HEAD and OPTIONS open none: they are answered like all others.
        return request.getMethod().equals("GET")
                && request.getPathInfo() != null
                && STREAM.matcher(request.getServletPath() + request.getPathInfo())
                        .matches();
    }

    private void refuse(ServletRequest request, HttpServletResponse response) throws IOException {
        metrics.refuse(RequestMetrics.BUSY);
        if (request.getProtocol().startsWith("HTTP/1.")) {
            // A client that has pipelined more requests would get each of them refused, and perhaps read no response.
            response.setHeader("Connection", "close");
        }
        response.setHeader("Retry-After", "1");
        problems.send(response, Status.SERVICE_UNAVAILABLE, "the server is handling too many requests");
    }
}
