package tickertape.client.connection;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A filter that sends one request and accepts only an event stream; any other answer ends the connection.
final class ResponseValidation implements ClientRequestFilter, ClientResponseFilter {

    private static final String GZIP = "gzip";
    private static final int MOST_OF_A_BODY = 512;
    // `HttpURLConnection` gives -1 to an answer that is not HTTP.
    private static final int LOWEST_STATUS = 100;
    // Not found while the application starts, request timeout, too early, too many requests.
    private static final Set<Integer> TRANSIENT = Set.of(404, 408, 425, 429);

    private final @Nullable String position;
    private final IdleStopwatch idle;
    private final Consumer<ConnectionEnd> rejected;
    private final AtomicBoolean used = new AtomicBoolean();

    /// @param position the id to go on from; null to begin with the latest of everything
    ResponseValidation(@Nullable String position, IdleStopwatch idle, Consumer<ConnectionEnd> rejected) {
        this.position = position;
        this.idle = idle;
        this.rejected = rejected;
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        if (used.getAndSet(true)) {
            // The source reconnects by itself, but knows neither our position nor our backoff.
            throw new IOException("this connection has ended");
        }
        request.getHeaders().putSingle(HttpHeaders.ACCEPT_ENCODING, GZIP);
        if (position != null) {
            request.getHeaders().putSingle("Last-Event-ID", position);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        ConnectionEnd end = rejection(response);
        if (end != null) {
            rejected.accept(end);
            throw new IOException(end.detail());
        }
        response.setEntityStream(new WholeEventInputStream(decoded(response), idle));
    }

    // Without the header, because whoever reads it would decode it once more.
    private static InputStream decoded(ClientResponseContext response) {
        InputStream body = response.getEntityStream();
        if (!GZIP.equalsIgnoreCase(response.getHeaderString(HttpHeaders.CONTENT_ENCODING))) {
            return body;
        }
        response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        return new GzipBody(body);
    }

    private static @Nullable ConnectionEnd rejection(ClientResponseContext response) {
        int status = response.getStatus();
        MediaType type = response.getMediaType();
        if (status < LOWEST_STATUS) {
            return new ConnectionEnd(OfflineReason.UNREACHABLE, "an answer that is not HTTP", null);
        }
        if (status != 200) {
            return new ConnectionEnd(reason(status), detail(response), retryAfter(response));
        }
        if (type == null || !type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE)) {
            return new ConnectionEnd(OfflineReason.NO_STREAM, "an answer of type " + type, null);
        }
        return null;
    }

    private static OfflineReason reason(int status) {
        return status >= 500 || TRANSIENT.contains(status) ? OfflineReason.UNAVAILABLE : OfflineReason.REJECTED;
    }

    private static @Nullable Duration retryAfter(ClientResponseContext response) {
        Date date = response.getDate();
        return RetryAfter.parse(response.getHeaderString("Retry-After"), date == null ? null : date.toInstant());
    }

    private static String detail(ClientResponseContext response) {
        String location = response.getHeaderString("Location");
        String moved = location == null ? "" : " to " + location;
        return String.format(Locale.ROOT, "status %s%s %s", response.getStatus(), moved, body(response))
                .strip();
    }

    // The server's explanation, for people. If it cannot be read, the status has to do.
    private static String body(ClientResponseContext response) {
        try {
            InputStream entity = response.getEntityStream();
            byte[] bytes = entity == null ? new byte[0] : entity.readNBytes(MOST_OF_A_BODY);
            return new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
