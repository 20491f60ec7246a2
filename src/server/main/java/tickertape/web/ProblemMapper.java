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

/// Gives a refusal by the JAX-RS runtime (no such path, method or media type) the body that our own have.
@Provider
public class ProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response response = refusal.getResponse();
        if (refusal instanceof ProblemException || response.getStatus() < 400) {
            return response;
        }
        Response problem = Problem.response(response.getStatusInfo(), detail(refusal));
        return refusal instanceof NotAllowedException
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
                        .build()
                : problem;
    }

    // The runtime's own messages name its classes and codes, which are no business of a client.
    private String detail(WebApplicationException refusal) {
        Response response = refusal.getResponse();
        return switch (Response.Status.fromStatusCode(response.getStatus())) {
            case NOT_FOUND -> "there is nothing at " + uri.getRequestUri().getPath();
            case METHOD_NOT_ALLOWED ->
                "%s is not allowed here; allowed: %s"
                        .formatted(request.getMethod(), response.getHeaderString(HttpHeaders.ALLOW));
            case NOT_ACCEPTABLE ->
                "none of the types in Accept: %s is to be had here"
                        .formatted(headers.getHeaderString(HttpHeaders.ACCEPT));
            case UNSUPPORTED_MEDIA_TYPE -> "this Content-Type is not understood here";
            case null, default -> response.getStatusInfo().getReasonPhrase();
        };
    }
}
