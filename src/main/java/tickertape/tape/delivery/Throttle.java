package tickertape.tape.delivery;

import java.util.concurrent.TimeUnit;

/// Spaces out the writes to one client, as it asked for. One thread uses it.
public final class Throttle {

    private final long interval;
    private boolean wrote;
    private long last;

    /// @param rate at most so many writes a second; 0 for as many as there are
    public Throttle(double rate) {
        interval = rate == 0 ? 0 : Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
    }

    /// Whether it ever makes a write wait.
    boolean limits() {
        return interval > 0;
    }

    /// How many nanoseconds to wait before the next write; none if not positive.
    long pause(long now) {
        // By subtraction, for the clock may overflow.
        return wrote ? interval - (now - last) : 0;
    }

    void wrote(long now) {
        wrote = true;
        last = now;
    }
}
