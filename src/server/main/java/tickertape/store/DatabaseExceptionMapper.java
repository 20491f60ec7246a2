package tickertape.store;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import tickertape.web.FailureMapper;
import tickertape.web.ProblemException;

/// What a client gets when its request needed the database: 503 with `Retry-After` while that is away, locked or too
/// slow, and 500 if the work itself is at fault.
@Provider
public class DatabaseExceptionMapper implements ExceptionMapper<DatabaseException> {

    private static final int RETRY_SECONDS = 5;

    @Override
    public Response toResponse(DatabaseException failure) {
        return failure.isRetryable()
                ? ProblemException.unavailable(
                                failure.isAway()
                                        ? "the database is away"
                                        : "the database is locked or full, or took too long",
                                RETRY_SECONDS)
                        .getResponse()
                : new FailureMapper().toResponse(failure);
    }
}
