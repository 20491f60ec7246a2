package tickertape.market.feed;

import java.time.Duration;
import java.time.Instant;

/// The interval of the current tick in the server's time. It never begins before the one before has ended.
///
/// Except when the clock is set back by more than an interval: then it follows the clock. A price whose time stands
/// still for an hour looks dead to those who trade by it, and a price from the future is worse. The order follows from
/// `seq`.
final class TickInterval {

    private final Duration interval;
    private Instant start = Instant.MIN;
    private Instant end = Instant.MIN;

    TickInterval(Duration interval) {
        this.interval = interval;
    }

    /// Moves to the interval that ends now.
    void advance(Instant now) {
        Instant earliest = now.plus(interval).isBefore(end) ? Instant.MIN : end;
        start = later(now.minus(interval), earliest);
        end = later(now, earliest);
    }

    /// The time at a fraction of the interval, 0 to 1.
    Instant at(double fraction) {
        return start.plusNanos((long) (fraction * start.until(end).toNanos()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
