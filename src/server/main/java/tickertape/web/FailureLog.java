package tickertape.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Logs failures of requests in full, but only so many a minute: whatever clients can cause must not fill the disk.
/// Safe for any thread.
final class FailureLog {

    private static final int IN_FULL = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Logger logger;
    private final LongSupplier nanoTime;
    private long begun;
    private long failures;

    /// @param nanoTime a monotonic clock
    FailureLog(Logger logger, LongSupplier nanoTime) {
        this.logger = logger;
        this.nanoTime = nanoTime;
        begun = nanoTime.getAsLong();
    }

    void add(RuntimeException failure) {
        if (isInFull()) {
            logger.log(Level.ERROR, "a request failed", failure);
        }
    }

    /// Counts one more failure, and says whether it is logged in full.
    synchronized boolean isInFull() {
        long now = nanoTime.getAsLong();
        if (now - begun >= WINDOW.toNanos()) {
            if (failures > IN_FULL) {
                logger.log(Level.ERROR, "{0} more requests failed", Long.toString(failures - IN_FULL));
            }
            begun = now;
            failures = 0;
        }
        failures++;
        if (failures == IN_FULL + 1) {
            logger.log(Level.ERROR, "more requests fail; for a minute they are only counted");
        }
        return failures <= IN_FULL;
    }
}
