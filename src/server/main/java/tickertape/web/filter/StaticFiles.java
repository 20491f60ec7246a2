package tickertape.web.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.web.rest.ETag;

/// Lets browsers keep pages and scripts, and ask each time whether theirs are still the right ones.
///
/// By their contents, not by their dates: every build gives all files one date, so that the same sources make the same
/// bytes, and by that date nothing would ever be new. Also says that files can only be read.
///
/// Texts go out as gzip to all who take it, for Liberty leaves alone what is below 2 KB, as most of our modules are.
/// Both forms have one tag, for it is weak.
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class StaticFiles implements Filter {

    private static final Pattern TEXT = Pattern.compile("text/.*|image/svg\\+xml|application/(.*\\+)?json");

    private final GzipCache zipped = new GzipCache();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var question = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        String path = path(question);
        if (hasServlet(question)) {
            chain.doFilter(request, response);
            return;
        }
        String file = path.endsWith("/") ? path + "index.html" : path;
        byte[] content = content(question, file);
        if (content == null) {
            // Said here, because Liberty would say it in the log as well, with a stack trace.
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!question.getMethod().equals("GET") && !question.getMethod().equals("HEAD")) {
            answer.setHeader("Allow", "GET, HEAD");
            answer.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            ETag tag = ETag.of(content);
            String type = question.getServletContext().getMimeType(file);
            boolean text = type != null && TEXT.matcher(type).matches();
            answer.setHeader("Cache-Control", "no-cache");
            answer.setHeader("ETag", tag.text());
            if (text) {
                answer.setHeader("Vary", "Accept-Encoding");
            }
            String known = question.getHeader("If-None-Match");
            if (known != null && tag.isIn(known)) {
                answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            } else if (text && takesZipped(question)) {
                answer.setContentType(type);
                send(zipped.of(tag, content), answer);
            } else {
                chain.doFilter(new Plain(question), response);
            }
        }
    }

    /// Whether a servlet of the application answers, such as that of JAX-RS, of the metrics, or of a feature. Liberty
    /// maps
    /// files to servlets of its own, which the application does not register, so how the path matches says nothing.
    private static boolean hasServlet(HttpServletRequest request) {
        String name = request.getHttpServletMapping().getServletName();
        return name != null && request.getServletContext().getServletRegistration(name) != null;
    }

    private static boolean takesZipped(HttpServletRequest request) {
        return AcceptEncoding.allowsGzip(String.join(",", Collections.list(request.getHeaders("Accept-Encoding"))));
    }

    /// The server leaves alone what has an encoding already, and sends no body to HEAD.
    private static void send(byte[] zip, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(zip.length);
        response.getOutputStream().write(zip);
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    /// Null for what is no file of ours to show.
    private static byte @Nullable [] content(HttpServletRequest request, String path) throws IOException {
        if (path.toUpperCase(Locale.ROOT).contains("-INF")) {
            return null;
        }
        try (InputStream file = request.getServletContext().getResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        }
    }

    /// The same request without the date by which the server would answer that nothing has changed, and without the
    /// query: no file heeds it, and Liberty fails on an ill-encoded one when it looks for the page of a folder.
    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public long getDateHeader(String name) {
            return name.equalsIgnoreCase("If-Modified-Since") ? -1 : super.getDateHeader(name);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("If-Modified-Since") ? null : super.getHeader(name);
        }
    }
}
