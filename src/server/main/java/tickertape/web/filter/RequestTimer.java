package tickertape.web.filter;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import tickertape.web.NanoTime;

/// Measures how long requests take, without streams, which write their own responses.
@Provider
@PreMatching
public class RequestTimer implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String BEGUN = RequestTimer.class.getName();

    /// Clients can make up methods, and labels must be limited.
    private static final Set<String> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private static final String OTHER = "other";

    /// The pattern of a path variable, which does not belong into the label.
    private static final Pattern PATTERN = Pattern.compile(": [^}]*}");

    @Inject
    RequestMetrics metrics;

    @Inject
    @NanoTime
    LongSupplier nanoTime;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGUN, nanoTime.getAsLong());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGUN) instanceof Long begun) {
            String method = request.getMethod();
            metrics.took(
                    nanoTime.getAsLong() - begun,
                    PATTERN.matcher(request.getUriInfo().getMatchedResourceTemplate())
                            .replaceAll("}"),
                    METHODS.contains(method) ? method : OTHER,
                    response.getStatus());
        }
    }
}
