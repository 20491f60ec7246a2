package tickertape.alerts.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Which firings are old enough for who sees prices late. Safe for any thread.
///
/// What fires while this server runs is timed by a monotonic clock, so that setting the clock shows nobody anything
/// early; for what is older, the clock at the start counts.
public final class Disclosure {

    private static final int MOST = 100_000;

    private final Duration delay;
    private final Instant begin;
    private final long begun;
    private final LongSupplier nanoTime;

    /// Of each firing of this run, when it may be seen, by its number.
    private final TreeMap<Long, Long> hidden = new TreeMap<>();
    private long disclosed = Long.MIN_VALUE;

    /// The first firing of this run.
    private long first = Long.MAX_VALUE;

    public Disclosure(Duration delay, InstantSource clock, LongSupplier nanoTime) {
        this.delay = delay;
        this.begin = clock.instant();
        this.begun = nanoTime.getAsLong();
        this.nanoTime = nanoTime;
    }

    /// Notes that it has just fired.
    public synchronized void fired(FiringRow firing) {
        if (!delay.isZero()) {
            hidden.put(firing.number(), nanoTime.getAsLong() + delay.toNanos());
            if (hidden.size() > MOST) {
                // It is seen with the next one.
                var _ = hidden.pollFirstEntry();
            }
            first = Math.min(first, firing.number());
        }
    }

    public synchronized boolean isOldEnough(FiringRow firing) {
        disclose();
        if (firing.number() <= disclosed) {
            return true;
        }
        return firing.number() < first && isOldEnough(firing.fired());
    }

    private void disclose() {
        long now = nanoTime.getAsLong();
        for (Map.Entry<Long, Long> next = hidden.firstEntry();
                next != null && next.getValue() - now <= 0;
                next = hidden.firstEntry()) {
            disclosed = next.getKey();
            hidden.remove(next.getKey());
        }
    }

    /// Whether something was old enough already that fired at a time before this server was there.
    public synchronized boolean isOldEnough(Instant fired) {
        return sinceStart(fired).isZero();
    }

    private Duration sinceStart(Instant fired) {
        Instant now = begin.plusNanos(nanoTime.getAsLong() - begun);
        return positive(Duration.between(now, fired.plus(delay)));
    }

    /// How long it is hidden yet; zero if it is old enough. One that another server has published is timed by when it
    /// has fired.
    ///
    /// @param number of the firing
    public synchronized Duration left(long number, Instant fired) {
        if (delay.isZero()) {
            return Duration.ZERO;
        }
        disclose();
        @Nullable Long seen = hidden.get(number);
        if (seen != null) {
            return positive(Duration.ofNanos(seen - nanoTime.getAsLong()));
        }
        return number <= disclosed ? Duration.ZERO : sinceStart(fired);
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
