package tickertape.tape.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Spaces out the writes to one client, as it asked for. One thread uses it.
public final class Throttle {

    /// Even a client that waits is looked at this often: heartbeats and rotation do not wait for the rate.
    private static final long LOOK = Duration.ofMillis(100).toNanos();

    private final long interval;
    private boolean wrote;
    private long last;
    private boolean waits;
    private long looked;

    /// @param rate at most so many writes a second; 0 for no limit
    public Throttle(double rate) {
        interval = rate == 0 ? 0 : Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
    }

    /// Whether it ever makes a write wait.
    boolean limits() {
        return interval > 0;
    }

    /// How many nanoseconds to wait before the next write; none if not positive.
    long pause(long now) {
        long pause = left(now);
        waits = pause > 0;
        looked = now;
        return pause;
    }

    /// For how many nanoseconds there is nothing to do even if there is something new; 0 to look at it.
    long rest(long now) {
        return waits && now - looked < LOOK ? Math.max(0, left(now)) : 0;
    }

    private long left(long now) {
        // By subtraction: the clock may overflow.
        return wrote ? interval - (now - last) : 0;
    }

    void wrote(long now) {
        wrote = true;
        last = now;
    }
}
