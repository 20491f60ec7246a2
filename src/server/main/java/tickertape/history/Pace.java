package tickertape.history;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How often something is done at most, the first time at once. One thread uses it.
final class Pace {

    private final long interval;
    private final LongSupplier nanoTime;
    private long done;

    /// @param nanoTime a monotonic clock
    Pace(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        done = nanoTime.getAsLong() - this.interval;
    }

    boolean isDue() {
        return nanoTime.getAsLong() - done >= interval;
    }

    void done() {
        done = nanoTime.getAsLong();
    }
}
