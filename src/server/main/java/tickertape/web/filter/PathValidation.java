package tickertape.web.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/// Refuses paths with encoded slashes and the like, except below `/api`, where a symbol may have them: to a proxy in
/// front, `/api/..%2fmetrics` is another path than to the server.
public class PathValidation implements Filter {

    private static final Pattern ENCODED = Pattern.compile(".*%(2[ef3]|5c).*", Pattern.CASE_INSENSITIVE);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var httpRequest = (HttpServletRequest) request;
        if (ENCODED.matcher(httpRequest.getRequestURI()).matches()
                && !httpRequest.getServletPath().equals("/api")) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
