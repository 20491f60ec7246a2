package tickertape.client.connection;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets one request out, and only an event stream in; what else is answered becomes a [ConnectionEnd].
final class ResponseValidation implements ClientRequestFilter, ClientResponseFilter {

    private static final int MOST_OF_A_BODY = 512;
    // `HttpURLConnection` gives -1 to what is no HTTP at all.
    private static final int LEAST_STATUS = 100;
    // Not found, as long as the application starts; the request took too long; too early; too many requests.
    private static final Set<Integer> PASSING = Set.of(404, 408, 425, 429);

    private final @Nullable String position;
    private final IdleStopwatch stopwatch;
    private final Consumer<ConnectionEnd> lost;
    private final AtomicBoolean used = new AtomicBoolean();

    /// @param position the id to go on from; null for a fresh start
    ResponseValidation(@Nullable String position, IdleStopwatch stopwatch, Consumer<ConnectionEnd> lost) {
        this.position = position;
        this.stopwatch = stopwatch;
        this.lost = lost;
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        if (used.getAndSet(true)) {
            // The source's own reconnection, which knows neither position nor backoff.
            throw new IOException("this line has ended");
        }
        if (position != null) {
            request.getHeaders().putSingle("Last-Event-ID", position);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        ConnectionEnd end = refusal(response);
        if (end != null) {
            lost.accept(end);
            throw new IOException(end.detail());
        }
        response.setEntityStream(new WholeEventInputStream(response.getEntityStream(), stopwatch));
    }

    private static @Nullable ConnectionEnd refusal(ClientResponseContext response) {
        int status = response.getStatus();
        MediaType type = response.getMediaType();
        if (status < LEAST_STATUS) {
            return new ConnectionEnd(OfflineReason.UNREACHABLE, "an answer that is no HTTP", null);
        }
        if (status != 200) {
            return new ConnectionEnd(reason(status), said(response), asked(response));
        }
        if (type == null || !type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE)) {
            return new ConnectionEnd(OfflineReason.NO_STREAM, "an answer of type " + type, null);
        }
        return null;
    }

    private static OfflineReason reason(int status) {
        return status >= 500 || PASSING.contains(status) ? OfflineReason.UNAVAILABLE : OfflineReason.REJECTED;
    }

    private static @Nullable Duration asked(ClientResponseContext response) {
        Date date = response.getDate();
        return RetryAfter.parse(response.getHeaderString("Retry-After"), date == null ? null : date.toInstant());
    }

    private static String said(ClientResponseContext response) {
        String elsewhere = response.getHeaderString("Location");
        String moved = elsewhere == null ? "" : " to " + elsewhere;
        return "status %d%s %s"
                .formatted(response.getStatus(), moved, body(response))
                .strip();
    }

    // What the server says of it, for people to read; that it cannot be read is no news beside the status.
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
