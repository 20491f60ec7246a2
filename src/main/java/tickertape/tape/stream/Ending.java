package tickertape.tape.stream;

import java.util.Locale;

/// Why the server ends a stream; its lower-case name goes over the wire.
enum Ending {
    /// The server or the application stops.
    SHUTDOWN;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
