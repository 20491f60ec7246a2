package tickertape.market.ticker;

import java.time.Duration;

/// Tells the beats to follow from those to skip; only one thread may ask it.
///
/// After a beat that took too long a timer makes up for the missed ones in a burst. A beat that comes less than half
/// an interval after the last one followed is such a one. All others come from the timer's own grid.
final class LateTickFilter {

    private final long closest;
    private boolean started;
    private long followed;

    LateTickFilter(Duration interval) {
        closest = interval.toNanos() / 2;
    }

    /// Whether to follow the beat that comes now, by a clock like `System.nanoTime`.
    boolean due(long nanoTime) {
        // By subtraction, for such a clock may overflow.
        if (started && nanoTime - followed < closest) {
            return false;
        }
        started = true;
        followed = nanoTime;
        return true;
    }
}
