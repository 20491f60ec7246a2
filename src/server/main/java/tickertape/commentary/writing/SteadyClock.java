package tickertape.commentary.writing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/// The time since the start of the server as a clock that nobody sets: what was later stays later. Safe for any thread.
public final class SteadyClock {

    private final Instant start;
    private final long startNanos;
    private final LongSupplier nanoTime;

    public SteadyClock(InstantSource clock, LongSupplier nanoTime) {
        this.start = clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.startNanos = nanoTime.getAsLong();
        this.nanoTime = nanoTime;
    }

    public Instant now() {
        return start.plusNanos(nanoTime.getAsLong() - startNanos).truncatedTo(ChronoUnit.MICROS);
    }

    /// What is older than so long.
    public Instant before(Duration age) {
        return now().minus(age);
    }
}
