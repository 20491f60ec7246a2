package tickertape.tape.count;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tickertape.tape.wire.Ending;

/// Why a stream has ended, as seen from here.
public enum Departure {
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

    public static Departure by(Ending ending) {
        return switch (ending) {
            case ROTATION -> ROTATION;
            case SHUTDOWN -> SHUTDOWN;
            case LIMIT -> throw new IllegalArgumentException("who has a place does not leave for want of one");
        };
    }

    /// The server reports a write that timed out as the cause of a write that failed.
    public static Departure by(IOException failure) {
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
