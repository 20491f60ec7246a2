package tickertape.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import tickertape.wire.RequestLimits;

/// Refuses a URL that is badly encoded or too long, before any other code reads it.
@Provider
@PreMatching
public class UriValidation implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        try {
            checkLength(uri.getRequestUri().getRawQuery());
            uri.getPathSegments();
            uri.getQueryParameters();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Status.BAD_REQUEST, "the URL is not encoded correctly");
        }
    }

    private static void checkLength(@Nullable String query) {
        if (query != null && query.length() > RequestLimits.QUERY_LENGTH) {
            throw new ProblemException(
                    Status.REQUEST_URI_TOO_LONG,
                    "the query has %s characters; the limit is %s"
                            .formatted(query.length(), RequestLimits.QUERY_LENGTH));
        }
    }
}
