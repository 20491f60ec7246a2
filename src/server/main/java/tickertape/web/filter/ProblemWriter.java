package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tickertape.web.Problem;

/// Writes a [Problem] in response to a request that does not reach the JAX-RS runtime.
@Dependent
public class ProblemWriter {

    @Inject
    Jsonb jsonb;

    void send(HttpServletResponse response, StatusType status, String detail) throws IOException {
        response.setStatus(status.getStatusCode());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.getOutputStream()
                .write(jsonb.toJson(Problem.of(status, detail)).getBytes(StandardCharsets.UTF_8));
    }
}
