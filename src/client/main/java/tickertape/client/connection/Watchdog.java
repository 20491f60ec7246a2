package tickertape.client.connection;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Barks once when a connection has been silent for too long.
final class Watchdog {

    // Below a millisecond the check would run again and again for nothing.
    private static final Duration SOONEST = Duration.ofMillis(1);

    private final BiConsumer<Runnable, Duration> later;
    private final IdleStopwatch stopwatch;
    private final BooleanSupplier over;
    private final Runnable bark;
    private volatile Duration limit;

    /// @param later runs something after a while
    /// @param over whether there is nothing left to watch
    Watchdog(
            BiConsumer<Runnable, Duration> later,
            IdleStopwatch stopwatch,
            Duration limit,
            BooleanSupplier over,
            Runnable bark) {
        this.later = later;
        this.stopwatch = stopwatch;
        this.limit = limit;
        this.over = over;
        this.bark = bark;
    }

    /// From now on.
    void allow(Duration silence) {
        limit = silence;
        watch();
    }

    void watch() {
        if (over.getAsBoolean()) {
            return;
        }
        Duration left = limit.minus(stopwatch.silence());
        if (left.isNegative() || left.isZero()) {
            bark.run();
        } else {
            later.accept(this::watch, left.compareTo(SOONEST) < 0 ? SOONEST : left);
        }
    }
}
