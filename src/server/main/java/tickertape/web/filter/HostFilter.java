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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.ClientErrorStatus;

/// Refuses requests whose host is malformed, or is none of those that are listed.
///
/// The JAX-RS runtime finds its resource in a URL made of host and path: `Host: a/api/quotes?` would lead a request for
/// the stream to the quotes, past whatever the path decides.
public class HostFilter implements Filter {

    @Inject
    @ConfigProperties(prefix = "http")
    HttpSettings settings;

    @Inject
    ProblemWriter problems;

    private Set<String> hosts = Set.of();

    @Override
    public void init(FilterConfig config) {
        hosts = settings.checked();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var httpRequest = (HttpServletRequest) request;
        Optional<RequestedHost> host =
                RequestedHost.of(httpRequest.getRequestURL().toString(), httpRequest.getRequestURI());
        if (host.isEmpty()) {
            problems.send((HttpServletResponse) response, Status.BAD_REQUEST, "the host is malformed");
        } else if (!hosts.isEmpty() && !hosts.contains(host.get().name())) {
            problems.send(
                    (HttpServletResponse) response,
                    ClientErrorStatus.MISDIRECTED_REQUEST,
                    "this server is not here for that host");
        } else {
            chain.doFilter(request, response);
        }
    }
}
