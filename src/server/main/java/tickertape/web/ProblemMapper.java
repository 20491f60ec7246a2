package tickertape.web;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Gives errors of the JAX-RS runtime (no such path, method or media type) the same body as our own.
@Provider
public class ProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException error) {
        Response response = error.getResponse();
        if (error instanceof ProblemException || response.getStatus() < 400) {
            return response;
        }
        Response problem = Problem.response(response.getStatusInfo(), detail(error));
        return error instanceof NotAllowedException
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
                        .build()
                : problem;
    }

    // The runtime's own messages name its classes and codes, which a client must not see.
    private String detail(WebApplicationException error) {
        Response response = error.getResponse();
        return switch (Response.Status.fromStatusCode(response.getStatus())) {
            case NOT_FOUND -> "nothing exists at " + uri.getRequestUri().getPath();
            case METHOD_NOT_ALLOWED ->
                "%s is not allowed here; allowed: %s"
                        .formatted(request.getMethod(), response.getHeaderString(HttpHeaders.ALLOW));
            case NOT_ACCEPTABLE ->
                "no format of this resource matches Accept: %s".formatted(headers.getHeaderString(HttpHeaders.ACCEPT));
            case UNSUPPORTED_MEDIA_TYPE -> "this resource does not take this Content-Type";
            case null, default -> response.getStatusInfo().getReasonPhrase();
        };
    }
}
