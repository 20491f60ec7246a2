package tickertape.web.filter;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

/// Shows errors of the server itself without its class names: problem JSON under `/api`, a page elsewhere.
///
/// The server forwards failed requests here. Clients that ask for this path get 404.
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient ProblemWriter problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isApi(request)) {
            Status status = status(request);
            problems.send(
                    response,
                    status,
                    status.getStatusCode() < 500 ? "the request is malformed" : "the server failed; its log says why");
        } else {
            request.getRequestDispatcher("/error.html").forward(request, response);
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String api = request.getContextPath() + "/api";
        return path.equals(api) || path.startsWith(api + "/");
    }

    private static Status status(HttpServletRequest request) {
        Status status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Status.fromStatusCode(code)
                : null;
        return status == null ? Status.INTERNAL_SERVER_ERROR : status;
    }
}
