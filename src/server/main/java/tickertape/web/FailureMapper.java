package tickertape.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Handles a request that failed by a fault of ours: logs it, and tells the client no internals.
@Provider
public class FailureMapper implements ExceptionMapper<RuntimeException> {

    private static final FailureLog LOG =
            new FailureLog(System.getLogger(FailureMapper.class.getName()), System::nanoTime);

    @Override
    public Response toResponse(RuntimeException failure) {
        LOG.add(failure);
        return Problem.response(Response.Status.INTERNAL_SERVER_ERROR, "the server failed; its log says why");
    }
}
