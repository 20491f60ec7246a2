package tickertape.web.filter;

import jakarta.inject.Inject;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Refuses headers with control characters, which the JAX-RS runtime would put into its log as they are, and those that
/// it would read and stumble over: it logs that with a stack trace, as if the fault were the server's.
///
/// But for `Last-Event-ID`: that never fails a request, and nobody logs it.
public class HeaderValidation implements Filter {

    @Inject
    ProblemWriter problems;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> fault = fault((HttpServletRequest) request);
        if (fault.isPresent()) {
            problems.send((HttpServletResponse) response, Status.BAD_REQUEST, fault.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> fault(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            if (name.equalsIgnoreCase("Last-Event-ID")) {
                continue;
            }
            List<String> values = Collections.list(request.getHeaders(name));
            if (!isPlain(name) || !values.stream().allMatch(HeaderValidation::isPlain)) {
                return Optional.of("a header contains control characters");
            }
            if (!values.stream().allMatch(value -> isWellFormed(name, value))) {
                return Optional.of("the header %s is malformed".formatted(name));
            }
        }
        return Optional.empty();
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    }

    private static boolean isWellFormed(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "accept" -> FieldValue.isAccept(value);
            case "accept-language" -> FieldValue.isAcceptLanguage(value);
            case "content-type" -> FieldValue.isContentType(value);
            default -> true;
        };
    }
}
