package tickertape.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Handles a request that failed by a fault of ours: logs it in full, and tells the client no internals.
@Provider
public class FailureMapper implements ExceptionMapper<RuntimeException> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(RuntimeException failure) {
        LOG.log(Level.ERROR, "a request failed", failure);
        return Problem.response(Response.Status.INTERNAL_SERVER_ERROR, "the server failed; its log says why");
    }
}
