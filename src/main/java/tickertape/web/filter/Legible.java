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
import java.util.Collections;
import java.util.Optional;

/// Refuses headers that the JAX-RS runtime would put into its log: those with control characters as they are, and those
/// that it cannot read with a stack trace.
///
/// But for `Last-Event-ID`: that never fails a request, and nobody logs it.
public class Legible implements Filter {

    @Inject
    Jsonb jsonb;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> illegible = illegible((HttpServletRequest) request);
        if (illegible.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            Refusal.write((HttpServletResponse) response, Status.BAD_REQUEST, illegible.get(), jsonb);
        }
    }

    /// What is wrong with the headers.
    private static Optional<String> illegible(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !name.equalsIgnoreCase("Last-Event-ID"))
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                        .flatMap(value -> illegible(name, value).stream()))
                .findFirst();
    }

    private static Optional<String> illegible(String name, String value) {
        if (!isPlain(name) || !isPlain(value)) {
            return Optional.of("a header holds control characters");
        }
        return Grammar.understands(name, value)
                ? Optional.empty()
                : Optional.of("the header %s cannot be understood".formatted(name));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    }
}
