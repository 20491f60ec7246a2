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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Refuses paths with encoded slashes and the like, except below `/api`, where a symbol may have them: to a proxy in
/// front, `/api/..%2fmetrics` is another path than to the server. Below `/api` it refuses what is not UTF-8: the JAX-RS
/// runtime would log each with a stack trace.
public class PathValidation implements Filter {

    private static final Pattern ENCODED = Pattern.compile(".*%(2[ef3]|5c).*", Pattern.CASE_INSENSITIVE);

    /// The characters of an encoded byte, such as `%2F`.
    private static final int ESCAPE = 3;

    @Inject
    ProblemWriter problems;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var httpRequest = (HttpServletRequest) request;
        String path = httpRequest.getRequestURI();
        if (httpRequest.getServletPath().equals("/api")) {
            if (isText(path)) {
                chain.doFilter(request, response);
            } else {
                problems.send((HttpServletResponse) response, Status.BAD_REQUEST, "the path is not UTF-8");
            }
        } else if (ENCODED.matcher(path).matches()) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// Whether what is encoded in a path is text.
    static boolean isText(String path) {
        if (path.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '%') {
                bytes.write('-');
            } else if (i + ESCAPE <= path.length() && isHex(path, i + 1) && isHex(path, i + 2)) {
                bytes.write(HexFormat.fromHexDigits(path, i + 1, i + ESCAPE));
                i += ESCAPE - 1;
            } else {
                return false;
            }
        }
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static boolean isHex(String path, int at) {
        return HexFormat.isHexDigit(path.charAt(at));
    }
}
