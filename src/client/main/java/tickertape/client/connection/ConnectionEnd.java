package tickertape.client.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a connection ended, or why it failed to open.
///
/// @param detail one line for people
/// @param retryAfter how long the server asks to stay away; null if it has not said
public record ConnectionEnd(
        OfflineReason reason, String detail, @Nullable Duration retryAfter) {

    /// Names the first cause: both implementations wrap the network's exception once or more.
    static ConnectionEnd unreachable(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new ConnectionEnd(OfflineReason.UNREACHABLE, cause.toString(), null);
    }
}
