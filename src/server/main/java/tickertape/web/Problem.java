package tickertape.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/// What went wrong with a request: the body of an error response (RFC 9457).
///
/// @param title the status in words
/// @param detail what went wrong this time, for people
public record Problem(String type, String title, int status, String detail) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /// The type is always `about:blank`: the status says all that a program can act on.
    public static Problem of(StatusType status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
    }

    /// A response with this body.
    public static Response response(StatusType status, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(of(status, detail))
                .build();
    }
}
