package tickertape.client.connection;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a connection has been waited for in vain; safe for any thread.
///
/// Time in which nobody reads, because the reader is held up by its own consumer, is not the server's silence.
final class Pulse {

    private final LongSupplier nanos;
    private volatile long since;
    private volatile boolean waiting;

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        waits();
    }

    void waits() {
        since = nanos.getAsLong();
        waiting = true;
    }

    void beats() {
        waiting = false;
    }

    Duration silence() {
        long begin = since;
        return waiting ? Duration.ofNanos(nanos.getAsLong() - begin) : Duration.ZERO;
    }
}
