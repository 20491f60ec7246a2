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
import tickertape.web.AcceptEncoding;
import tickertape.web.rest.ETag;

/// Serves the files of the WAR and of its jars so that browsers cache them and revalidate them each time.
///
/// An ETag identifies the content. The date cannot, because every build gives all files one date, so that the
/// same sources make the same bytes. Files can only be read: other methods get 405.
///
/// Clients that accept gzip get texts compressed. Liberty compresses nothing below 2 KB, as most of our modules
/// are. Both forms have the same ETag, because it is weak.
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class StaticFiles implements Filter {

    private static final Pattern TEXT = Pattern.compile("text/.*|image/svg\\+xml|application/(.*\\+)?json");

    private final GzipCache zipped = new GzipCache();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var httpRequest = (HttpServletRequest) request;
        var httpResponse = (HttpServletResponse) response;
        String path = path(httpRequest);
        if (hasServlet(httpRequest)) {
            chain.doFilter(request, response);
            return;
        }
        String file = path.endsWith("/") ? path + "index.html" : path;
        byte[] content = content(httpRequest, file);
        if (content == null) {
            // Sent from here, because Liberty would also log it, with a stack trace.
            httpResponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!httpRequest.getMethod().equals("GET")
                && !httpRequest.getMethod().equals("HEAD")) {
            httpResponse.setHeader("Allow", "GET, HEAD");
            httpResponse.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            ETag tag = ETag.of(content);
            String type = httpRequest.getServletContext().getMimeType(file);
            boolean text = type != null && TEXT.matcher(type).matches();
            httpResponse.setHeader("ETag", tag.text());
            if (text) {
                httpResponse.setHeader("Vary", "Accept-Encoding");
            }
            String known = httpRequest.getHeader("If-None-Match");
            if (known != null && tag.isIn(known)) {
                httpResponse.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            } else if (text && takesZipped(httpRequest)) {
                httpResponse.setContentType(type);
                send(zipped.of(tag, content), httpResponse);
            } else {
                chain.doFilter(new Plain(httpRequest), response);
            }
        }
    }

    /// Whether a servlet of the application handles the request, such as that of JAX-RS, the metrics or a feature.
    /// Liberty maps files to servlets of its own, which are not registered with the application.
    private static boolean hasServlet(HttpServletRequest request) {
        String name = request.getHttpServletMapping().getServletName();
        return name != null && request.getServletContext().getServletRegistration(name) != null;
    }

    private static boolean takesZipped(HttpServletRequest request) {
        return AcceptEncoding.allowsGzip(String.join(",", Collections.list(request.getHeaders("Accept-Encoding"))));
    }

    /// The server does not compress what has an encoding already, and sends no body to HEAD.
    private static void send(byte[] zip, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(zip.length);
        response.getOutputStream().write(zip);
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    /// Null if there is no such file, or clients must not see it.
    private static byte @Nullable [] content(HttpServletRequest request, String path) throws IOException {
        if (path.toUpperCase(Locale.ROOT).contains("-INF")) {
            return null;
        }
        try (InputStream file = request.getServletContext().getResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        }
    }

    /// The same request without `If-Modified-Since`, to which the server would respond 304, and without the query: no
    /// file uses it, and Liberty fails on a badly encoded one when it looks for the index of a folder.
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
