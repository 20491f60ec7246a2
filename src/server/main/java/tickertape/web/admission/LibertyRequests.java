package tickertape.web.admission;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads and closes what Liberty calls a request and a connection (`com.ibm.wsspi.http`), by reflection.
final class LibertyRequests {

    private final Method requestMethod;
    private final Method requestUri;
    private final Method requestedHost;
    private final Method responseOf;
    private final Method setStatus;
    private final Method setHeader;
    private final Method version;
    private final Method finish;
    private final Method virtualConnection;
    private final Method close;
    private final Method link;
    private final Field linkRequests;
    private final Method header;

    /// @param liberty a class loader that sees Liberty's own classes
    LibertyRequests(ClassLoader liberty) throws ReflectiveOperationException {
        Class<?> request = liberty.loadClass("com.ibm.wsspi.http.HttpRequest");
        requestMethod = request.getMethod("getMethod");
        requestUri = request.getMethod("getURI");
        header = request.getMethod("getHeader", String.class);
        Class<?> inbound = liberty.loadClass("com.ibm.wsspi.http.HttpInboundConnection");
        requestedHost = inbound.getMethod("getRequestedHost");
        responseOf = inbound.getMethod("getResponse");
        version = request.getMethod("getVersion");
        setHeader = responseOf.getReturnType().getMethod("setHeader", String.class, String.class);
        setStatus = responseOf.getReturnType().getMethod("setStatus", int.class);
        finish = inbound.getMethod("finish", Exception.class);
        // The interfaces offer only an end that writes what is left of the response; an exception ends it without.
        Class<?> connection =
                request.getClassLoader().loadClass("com.ibm.ws.http.dispatcher.internal.channel.HttpDispatcherLink");
        virtualConnection = connection.getMethod("getVC");
        close = connection.getMethod("close", virtualConnection.getReturnType(), Exception.class);
        link = connection.getMethod("getHttpInboundLink2");
        linkRequests = link.getReturnType().getDeclaredField("numRequestsProcessed");
        linkRequests.setAccessible(true);
    }

    String method(Object request) {
        return String.valueOf(call(requestMethod, request));
    }

    /// The path as the client wrote it, without the query.
    String path(Object request) {
        return String.valueOf(call(requestUri, request));
    }

    /// The host that the client has named, without the port.
    String host(Object connection) {
        return String.valueOf(call(requestedHost, connection));
    }

    /// Whether it is the first request of a connection over HTTP/1.1, and has no body.
    boolean isFirstOfHttp1(Object request, Object connection) {
        return String.valueOf(call(version, request)).startsWith("HTTP/1")
                && call(header, request, "Content-Length") == null
                && call(header, request, "Transfer-Encoding") == null
                && requestsOf(Objects.requireNonNull(call(link, connection))) == 1;
    }

    private int requestsOf(Object inboundLink) {
        try {
            return linkRequests.getInt(inboundLink);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(linkRequests.toString(), e);
        }
    }

    /// Has the connection closed after the response, which says so.
    void closeAfterwards(Object connection) {
        call(setHeader, Objects.requireNonNull(call(responseOf, connection)), "Connection", "close");
    }

    /// Has the connection's client look elsewhere.
    ///
    /// @param path on the same host, whatever its name
    void redirect(Object connection, String path) {
        call(setHeader, Objects.requireNonNull(call(responseOf, connection)), "Location", path);
        answer(connection, Response.Status.FOUND.getStatusCode());
    }

    /// Answers with a status and nothing else.
    void answer(Object connection, int status) {
        call(setStatus, Objects.requireNonNull(call(responseOf, connection)), status);
        Exception noFailure = null;
        call(finish, connection, noFailure);
    }

    /// Closes a connection without writing anything to it.
    void close(Object connection) {
        call(close, connection, call(virtualConnection, connection), new IOException("too many requests"));
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("%s of %s".formatted(method, target.getClass()), e);
        }
    }
}
