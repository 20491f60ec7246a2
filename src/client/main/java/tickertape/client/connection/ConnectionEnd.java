package tickertape.client.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a connection ended, or did not come about.
///
/// @param detail for people, in one line
/// @param retryAfter how long the server asks to stay away; null where it did not say
public record ConnectionEnd(
        OfflineReason reason, String detail, @Nullable Duration retryAfter) {

    /// Both implementations wrap what the network said, once or more often.
    static ConnectionEnd unreachable(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new ConnectionEnd(OfflineReason.UNREACHABLE, cause.toString(), null);
    }
}
