package tickertape.web.filter;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.Problem;

/// Answers 503 to what is asked while too many requests are under way.
///
/// Each of them holds a thread of the server until its client has taken the answer. Clients that ask and do not read
/// could otherwise hold them all, and no stream could be opened. A stream holds none, for its method returns at once;
/// it
/// is let through, because a browser takes a 503 for the end of its EventSource.
public class Shedding implements Filter {

    private static final String STREAM = "/stream";

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings settings;

    @Inject
    Jsonb jsonb;

    private Semaphore places = new Semaphore(0);

    @Override
    public void init(FilterConfig config) {
        places = new Semaphore(settings.checked());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (STREAM.equals(((HttpServletRequest) request).getPathInfo())) {
            chain.doFilter(request, response);
            return;
        }
        if (!places.tryAcquire()) {
            if (request.getProtocol().startsWith("HTTP/1.")) {
                // Who has sent more requests after this one would have each refused, and perhaps read none of it.
                ((HttpServletResponse) response).setHeader("Connection", "close");
            }
            refuse((HttpServletResponse) response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "1");
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.getOutputStream()
                .write(jsonb.toJson(Problem.of(Status.SERVICE_UNAVAILABLE, "too many requests are under way"))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
