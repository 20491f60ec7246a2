package tickertape.client.connection;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a connection has shown no life; safe for any thread.
///
/// Time in which the consumer holds up the reading is not the server's silence. All else is, whether a thread waits
/// for bytes or the source has given up reading and told nobody.
final class IdleStopwatch {

    private final LongSupplier nanos;
    private volatile long since;
    private volatile boolean held;

    IdleStopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        beat();
    }

    void beat() {
        since = nanos.getAsLong();
    }

    void hold() {
        held = true;
    }

    void goOn() {
        beat();
        held = false;
    }

    Duration silence() {
        long begin = since;
        return held ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - begin);
    }
}
