package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tickertape.web.Problem;

/// The answer, with a [Problem], to a request that the JAX-RS runtime does not see.
@Dependent
public class ProblemWriter {

    @Inject
    Jsonb jsonb;

    void send(HttpServletResponse answer, StatusType status, String detail) throws IOException {
        answer.setStatus(status.getStatusCode());
        answer.setContentType(Problem.MEDIA_TYPE.toString());
        answer.getOutputStream().write(jsonb.toJson(Problem.of(status, detail)).getBytes(StandardCharsets.UTF_8));
    }
}
