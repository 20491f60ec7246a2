package tickertape.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until it is told to move; its wall clock can also be set.
public final class FakeTime implements InstantSource {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private volatile Instant wall = Instant.parse("2026-11-23T09:30:00Z");

    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant instant() {
        return wall;
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall = wall.plus(time);
    }

    public void set(Instant time) {
        wall = time;
    }
}
