package tickertape.web.filter;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tickertape.web.Problem;

/// What the server itself refuses, said without its class names: to programs as a problem, to people as a page.
@WebServlet("/refusal")
public class Refusal extends HttpServlet {

    @Inject
    transient Jsonb jsonb;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (isOfTheApi(asked, request.getContextPath())) {
            write(response, status(response.getStatus()), "this cannot be asked for", jsonb);
        } else {
            request.getRequestDispatcher("/error.html").forward(request, response);
        }
    }

    private static boolean isOfTheApi(@Nullable String asked, String context) {
        return asked != null && asked.startsWith(context + "/api/");
    }

    private static StatusType status(int code) {
        Status known = Status.fromStatusCode(code);
        return known == null ? Status.BAD_REQUEST : known;
    }

    /// Answers with a problem.
    static void write(HttpServletResponse response, StatusType status, String detail, Jsonb jsonb) throws IOException {
        response.setStatus(status.getStatusCode());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.getOutputStream()
                .write(jsonb.toJson(Problem.of(status, detail)).getBytes(StandardCharsets.UTF_8));
    }
}
