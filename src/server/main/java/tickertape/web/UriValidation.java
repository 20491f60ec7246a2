package tickertape.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/// Refuses an address that cannot be read, or is too long to be meant well, before anybody trips over it.
@Provider
@PreMatching
public class UriValidation implements ContainerRequestFilter {

    private static final int LONGEST_QUERY = 8 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        try {
            checkLength(uri.getRequestUri().getRawQuery());
            uri.getPathSegments();
            uri.getQueryParameters();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Status.BAD_REQUEST, "the address is not well encoded");
        }
    }

    private static void checkLength(@Nullable String query) {
        if (query != null && query.length() > LONGEST_QUERY) {
            throw new ProblemException(
                    Status.REQUEST_URI_TOO_LONG,
                    "the query has %d characters; at most %d".formatted(query.length(), LONGEST_QUERY));
        }
    }
}
