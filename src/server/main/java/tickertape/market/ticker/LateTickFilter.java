package tickertape.market.ticker;

import java.time.Duration;

/// Tells the ticks to run from those to skip. One thread calls it.
///
/// After a tick that took too long, a timer makes up for the missed ones in a burst. A tick that comes less than half
/// an interval after the last one that ran is part of such a burst. All others come from the timer's own grid.
final class LateTickFilter {

    private final long closest;
    private boolean started;
    private long last;

    LateTickFilter(Duration interval) {
        closest = interval.toNanos() / 2;
    }

    /// Whether to run the tick that comes now, by a clock like `System.nanoTime`.
    boolean accepts(long nanoTime) {
        // Subtract, because such a clock may overflow.
        if (started && nanoTime - last < closest) {
            return false;
        }
        started = true;
        last = nanoTime;
        return true;
    }
}
