package tickertape.market.feed.simulation;

import java.time.Duration;

/// The hour of the simulated trading day, six and a half hours long and repeated for ever.
///
/// Trading is busiest at the open and the close (Jain and Joh 1988, Admati and Pfleiderer 1988); here the activity is a
/// parabola with mean one: twice the mean at either end, half of it at noon. Variance follows the same curve.
final class TradingDay {

    private static final long LENGTH = Duration.ofMinutes(390).toNanos();

    private final long step;
    private long nanos;

    TradingDay(Duration interval) {
        step = interval.toNanos();
    }

    void advance() {
        nanos = (nanos + step) % LENGTH;
    }

    /// How busy the market is now, relative to the day's mean.
    double activity() {
        double fromNoon = 2.0 * nanos / LENGTH - 1;
        return 0.5 + 1.5 * fromNoon * fromNoon;
    }
}
