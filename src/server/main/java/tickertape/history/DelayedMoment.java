package tickertape.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// How far the time has come for who sees prices late.
///
/// It goes on from the clock at the start by a monotonic one: setting the clock later shows nobody anything early.
final class DelayedMoment {

    private final Instant begin;
    private final long begun;
    private final LongSupplier nanoTime;

    DelayedMoment(Duration delay, InstantSource clock, LongSupplier nanoTime) {
        this.begin = clock.instant().minus(delay);
        this.begun = nanoTime.getAsLong();
        this.nanoTime = nanoTime;
    }

    Instant now() {
        return begin.plusNanos(nanoTime.getAsLong() - begun);
    }
}
