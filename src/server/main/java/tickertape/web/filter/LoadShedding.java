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

/// Answers 503 to what is asked while too many requests are under way.
///
/// Each of them, for a file too, holds a thread of the server until its client has taken the answer. Clients that ask
/// and do not read could otherwise hold them all, and no stream could be opened. A stream holds none, for its method
/// returns at once; it is let through, because a browser takes a 503 for the end of its EventSource.
public class LoadShedding implements Filter {

    /// All that JAX-RS takes for the path of the stream.
    private static final Pattern STREAM = Pattern.compile("/api/stream(;[^/]*)?/?");

    /// For who watches the server, most of all while it is full. Few, for they do not count among the others.
    private static final int SCRAPES = 32;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings settings;

    @Inject
    ProblemWriter refusal;

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
        Semaphore places =
                ((HttpServletRequest) request).getServletPath().equals(MetricsEndpoint.PATH) ? scrapes : requests;
        if (!places.tryAcquire()) {
            refuse(request, (HttpServletResponse) response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        return request.getPathInfo() != null
                && STREAM.matcher(request.getServletPath() + request.getPathInfo())
                        .matches();
    }

    private void refuse(ServletRequest request, HttpServletResponse response) throws IOException {
        metrics.refuse(RequestMetrics.BUSY);
        if (request.getProtocol().startsWith("HTTP/1.")) {
            // Who has sent more requests after this one would have each refused, and perhaps read none of it.
            response.setHeader("Connection", "close");
        }
        response.setHeader("Retry-After", "1");
        refusal.send(response, Status.SERVICE_UNAVAILABLE, "too many requests are under way");
    }
}
