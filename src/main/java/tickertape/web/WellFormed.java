package tickertape.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/// Refuses an address whose percent-encoding cannot be read, before anybody trips over it.
@Provider
@PreMatching
public class WellFormed implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        try {
            uri.getPathSegments();
            uri.getQueryParameters();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Status.BAD_REQUEST, "the address is not well encoded");
        }
    }
}
