package tickertape.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.StatusType;

/// Ends a request with a [Problem] whose detail is ours to show.
public class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1;

    public ProblemException(StatusType status, String detail) {
        super(detail, Problem.response(status, detail));
    }
}
