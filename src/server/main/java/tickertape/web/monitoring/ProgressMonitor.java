package tickertape.web.monitoring;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Watches something that should happen again and again. Safe for any thread.
public final class ProgressMonitor {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile long last;

    /// @param patience the longest silence that is normal
    /// @param nanoTime a monotonic clock; the first silence begins now
    public ProgressMonitor(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    /// Records that it happened.
    public void record() {
        last = nanoTime.getAsLong();
    }

    /// Whether it happened within the patience.
    boolean isOnTime() {
        return silence().compareTo(patience) <= 0;
    }

    private Duration silence() {
        return Duration.ofNanos(nanoTime.getAsLong() - last);
    }

    /// The health: up while it keeps happening.
    public HealthCheckResponse as(String name) {
        return HealthCheckResponse.named(name)
                .status(isOnTime())
                .withData("silence", Duration.ofMillis(silence().toMillis()).toString())
                .withData("patience", patience.toString())
                .build();
    }
}
