package tickertape.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Answers a request that failed through a fault of ours: logged in full here, told to the client without insides.
@Provider
public class FailureMapper implements ExceptionMapper<RuntimeException> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(RuntimeException fault) {
        LOG.log(Level.ERROR, "a request failed", fault);
        return Problem.response(Response.Status.INTERNAL_SERVER_ERROR, "the server failed; its log says why");
    }
}
