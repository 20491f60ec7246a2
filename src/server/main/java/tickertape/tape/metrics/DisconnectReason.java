package tickertape.tape.metrics;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tickertape.tape.sse.GoodbyeReason;

/// Why a stream ended, as the server sees it.
public enum DisconnectReason {
    /// The client left.
    LEFT,
    /// It took no bytes until the write timed out.
    STALLED,
    /// The stream was as old as streams may become.
    ROTATION,
    /// The right to read had ended.
    EXPIRED,
    /// The server or the application stops.
    SHUTDOWN,
    /// The server failed.
    FAILED;

    public static DisconnectReason by(GoodbyeReason reason) {
        return switch (reason) {
            case ROTATION -> ROTATION;
            case EXPIRED -> EXPIRED;
            case SHUTDOWN -> SHUTDOWN;
            case LIMIT ->
                throw new IllegalArgumentException("a stream that was let in does not end because of the limit");
        };
    }

    /// The server reports a write that timed out as the cause of a write that failed.
    public static DisconnectReason by(IOException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return STALLED;
            }
        }
        return LEFT;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
