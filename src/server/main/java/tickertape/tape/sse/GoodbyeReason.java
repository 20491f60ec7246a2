package tickertape.tape.sse;

import java.util.Locale;

/// Why the server ends a stream; its lower-case name goes over the wire.
public enum GoodbyeReason {
    /// The server or the application stops.
    SHUTDOWN,
    /// The stream is as old as streams may become; the next one may land on another server.
    ROTATION,
    /// There are as many streams as allowed, in all, from this address or of this account.
    LIMIT,
    /// The right to read has ended.
    EXPIRED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
