package tickertape.web.monitoring;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells whether what should happen again and again still does. Safe for any thread.
public final class ProgressMonitor {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile long last;

    /// @param patience how long a silence is still none
    /// @param nanoTime a monotonic clock; the first silence begins now
    public ProgressMonitor(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    /// It has happened.
    public void beat() {
        last = nanoTime.getAsLong();
    }

    /// Whether it still beats.
    boolean beats() {
        return silence().compareTo(patience) <= 0;
    }

    private Duration silence() {
        return Duration.ofNanos(nanoTime.getAsLong() - last);
    }

    /// As a health check: up as long as it beats.
    public HealthCheckResponse as(String name) {
        return HealthCheckResponse.named(name)
                .status(beats())
                .withData("silence", Duration.ofMillis(silence().toMillis()).toString())
                .withData("patience", patience.toString())
                .build();
    }
}
