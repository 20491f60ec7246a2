package tickertape.web.filter;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import tickertape.web.Problem;

/// Refuses headers with control characters, which the JAX-RS runtime would put into its log as they are.
///
/// But for `Last-Event-ID`: that never fails a request, and nobody logs it.
public class Legible implements Filter {

    @Inject
    Jsonb jsonb;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isLegible((HttpServletRequest) request)) {
            chain.doFilter(request, response);
            return;
        }
        var answer = (HttpServletResponse) response;
        answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        answer.setContentType(Problem.MEDIA_TYPE.toString());
        String problem = jsonb.toJson(Problem.of(Status.BAD_REQUEST, "a header holds control characters"));
        answer.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLegible(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !name.equalsIgnoreCase("Last-Event-ID"))
                .allMatch(name -> isPlain(name)
                        && Collections.list(request.getHeaders(name)).stream().allMatch(Legible::isPlain));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    }
}
