package tickertape.client.connection;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Measures how long a connection has been idle; safe for any thread.
///
/// It is paused while the consumer holds up the reading, because that is not the server's silence. Everything else
/// counts: a thread that waits for bytes, and a source that has stopped reading without a word.
final class IdleStopwatch {

    private final LongSupplier nanos;
    private volatile long since;
    private volatile boolean paused;

    IdleStopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        restart();
    }

    void restart() {
        since = nanos.getAsLong();
    }

    void pause() {
        paused = true;
    }

    /// Goes on from zero.
    void resume() {
        restart();
        paused = false;
    }

    Duration elapsed() {
        long begin = since;
        return paused ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - begin);
    }
}
