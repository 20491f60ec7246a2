package tickertape.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import org.jspecify.annotations.Nullable;

/// What went wrong with a request: the body of an error response (RFC 9457).
///
/// @param title the status in words
/// @param detail what went wrong this time, for people
/// @param reason the same as a word for programs, where a feature has words for it; null elsewhere
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String reason) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /// The type is always `about:blank`: the status says all that a program can act on.
    public static Problem of(StatusType status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, null);
    }

    /// The same with a word for programs.
    Problem because(String word) {
        return new Problem(type, title, status, detail, word);
    }

    /// A response with this body.
    public static Response response(StatusType status, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(of(status, detail))
                .build();
    }
}
