package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tickertape.web.Problem;
import tickertape.web.ProblemException;

/// Writes a [Problem] in response to a request that does not reach the JAX-RS runtime.
@Dependent
public class ProblemWriter {

    @Inject
    Jsonb jsonb;

    /// With the challenge of the problem, if it has one.
    public void send(HttpServletResponse response, ProblemException problem) throws IOException {
        String challenge = problem.getResponse().getHeaderString(HttpHeaders.WWW_AUTHENTICATE);
        if (challenge != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        send(response, problem.getResponse().getStatusInfo(), String.valueOf(problem.getMessage()));
    }

    void send(HttpServletResponse response, StatusType status, String detail) throws IOException {
        response.setStatus(status.getStatusCode());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.getOutputStream()
                .write(jsonb.toJson(Problem.of(status, detail)).getBytes(StandardCharsets.UTF_8));
    }
}
