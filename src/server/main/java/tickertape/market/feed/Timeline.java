package tickertape.market.feed;

import java.time.Duration;
import java.time.Instant;

/// The interval of the current tick in the server's time; no tick begins before the one before has ended.
///
/// Except when the clock is set back by more than an interval: then time follows it. A price whose time stands still
/// for an hour looks dead to whoever trades by it, and one from the future is worse; what came first is told by
/// `seq`.
final class Timeline {

    private final Duration interval;
    private Instant start = Instant.MIN;
    private Instant end = Instant.MIN;

    Timeline(Duration interval) {
        this.interval = interval;
    }

    /// Moves on to the interval that ends now.
    void advance(Instant now) {
        Instant earliest = now.plus(interval).isBefore(end) ? Instant.MIN : end;
        start = later(now.minus(interval), earliest);
        end = later(now, earliest);
    }

    /// The moment at this fraction of the interval, 0 to 1.
    Instant at(double fraction) {
        return start.plusNanos((long) (fraction * start.until(end).toNanos()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
