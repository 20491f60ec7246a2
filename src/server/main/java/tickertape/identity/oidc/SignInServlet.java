package tickertape.identity.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/// Where browsers go to sign in at the provider, come back from it, and sign out of it. These are no resources of the
/// API: no program has any use for them.
@WebServlet({SignInServlet.BEGIN, SignInServlet.CALLBACK, SignInServlet.OUT})
public class SignInServlet extends HttpServlet {

    static final String BEGIN = "/sign-in";
    static final String CALLBACK = "/sign-in/callback";
    static final String OUT = "/sign-in/out";

    private static final long serialVersionUID = 1;

    @Inject
    transient Optional<SignInDesk> desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (desk.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", next(desk.get(), request, response));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static String next(SignInDesk desk, HttpServletRequest request, HttpServletResponse response) {
        return switch (request.getServletPath()) {
            case CALLBACK -> desk.finish(ProviderAnswer.of(request), request, response);
            case OUT -> desk.leave(request);
            default -> {
                String back = request.getParameter("back");
                yield desk.begin(back == null ? ReturnPath.START : ReturnPath.of(back), request, response);
            }
        };
    }

    /// A step is taken once: nobody looks at what it would be.
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
