package tickertape.tape.metrics;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tickertape.tape.wire.GoodbyeReason;

/// Why a stream has ended, as seen from here.
public enum DisconnectReason {
    /// The client went.
    LEFT,
    /// It took no bytes until the write timed out.
    STALLED,
    /// The stream was as old as streams may become here.
    ROTATION,
    /// The server or the application stops.
    SHUTDOWN,
    /// Something of ours went wrong.
    FAILED;

    public static DisconnectReason by(GoodbyeReason ending) {
        return switch (ending) {
            case ROTATION -> ROTATION;
            case SHUTDOWN -> SHUTDOWN;
            case LIMIT -> throw new IllegalArgumentException("who has a place does not leave for want of one");
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
