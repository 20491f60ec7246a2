package tickertape.client.connection;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Runs an action once when a connection has been idle for too long.
final class Watchdog {

    // With less than a millisecond left, the check would be scheduled again and again without a delay.
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);

    private final BiConsumer<Runnable, Duration> scheduler;
    private final IdleStopwatch idle;
    private final BooleanSupplier over;
    private final Runnable onTimeout;
    private volatile Duration limit;

    /// @param scheduler runs a task after a delay
    /// @param over whether there is nothing left to watch
    Watchdog(
            BiConsumer<Runnable, Duration> scheduler,
            IdleStopwatch idle,
            Duration limit,
            BooleanSupplier over,
            Runnable onTimeout) {
        this.scheduler = scheduler;
        this.idle = idle;
        this.limit = limit;
        this.over = over;
        this.onTimeout = onTimeout;
    }

    /// Holds from now on.
    void setLimit(Duration newLimit) {
        limit = newLimit;
        check();
    }

    /// Checks now, and again when the limit may be reached.
    void check() {
        if (over.getAsBoolean()) {
            return;
        }
        Duration left = limit.minus(idle.elapsed());
        if (left.isNegative() || left.isZero()) {
            onTimeout.run();
        } else {
            scheduler.accept(this::check, left.compareTo(SHORTEST_DELAY) < 0 ? SHORTEST_DELAY : left);
        }
    }
}
