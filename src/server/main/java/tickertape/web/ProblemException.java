package tickertape.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/// Ends a request with a [Problem], whose detail the client may see.
public class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1;

    public ProblemException(StatusType status, String detail) {
        super(detail, Problem.response(status, detail));
    }

    /// One with a word that programs act on.
    public ProblemException(StatusType status, String detail, String reason) {
        super(
                detail,
                Response.status(status)
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(status, detail).because(reason))
                        .build());
    }

    /// A 401, with what the client is to answer the challenge by.
    public static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(
                detail,
                Response.fromResponse(Problem.response(Response.Status.UNAUTHORIZED, detail))
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                        .build());
    }

    /// A 404 for a symbol of nothing that is traded, with where to find the others.
    public static ProblemException noInstrument(String symbol) {
        return new ProblemException(
                Response.Status.NOT_FOUND,
                "there is no instrument %s: GET /api/instruments lists all".formatted(symbol));
    }

    /// A 503, with how long to wait.
    public static ProblemException unavailable(String detail, int seconds) {
        return later(Response.Status.SERVICE_UNAVAILABLE, detail, seconds);
    }

    /// A 429, with how long to wait.
    public static ProblemException tooMany(String detail, long seconds) {
        return later(Response.Status.TOO_MANY_REQUESTS, detail, seconds);
    }

    private static ProblemException later(StatusType status, String detail, long seconds) {
        return new ProblemException(
                detail,
                Response.fromResponse(Problem.response(status, detail))
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build());
    }

    private ProblemException(String detail, Response response) {
        super(detail, response);
    }
}
