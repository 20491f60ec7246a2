package tickertape.market.feed.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Draws the times of trades. Each trade makes further ones likely for a few milliseconds, so that they come in bursts.
///
/// A self-exciting process (Hawkes 1971) with an exponential kernel, drawn exactly as by Dassios and Zhao (2013,
/// "Exact simulation of Hawkes process with exponentially decaying intensity"). The excitement carries over from tick
/// to tick.
final class TradeArrivals {

    /// How many further trades one trade causes directly, on average.
    private static final double OFFSPRING = 0.8;

    /// How fast the excitement decays, per second.
    private static final double DECAY = 250;

    private final double length;
    private final RandomGenerator random;
    private double excitement;
    private double base;
    private double clock;

    TradeArrivals(Duration interval, RandomGenerator random) {
        length = interval.toNanos() / 1e9;
        this.random = random;
    }

    /// Begins a tick in which `rate` trades a second are expected in the long run.
    void begin(double rate) {
        base = rate * (1 - OFFSPRING);
        clock = 0;
    }

    /// The time of the next trade as a fraction of the tick; above one when there are no more.
    double next() {
        double wait = Math.min(fromExcitement(), -Math.log1p(-random.nextDouble()) / base);
        if (clock + wait > length) {
            excitement *= Math.exp(-DECAY * (length - clock));
            return Double.POSITIVE_INFINITY;
        }
        clock += wait;
        excitement = excitement * Math.exp(-DECAY * wait) + OFFSPRING * DECAY;
        return clock / length;
    }

    /// The excitement may decay before it causes a trade: then the wait is infinite.
    private double fromExcitement() {
        double survival = 1 + DECAY * Math.log1p(-random.nextDouble()) / excitement;
        return survival > 0 ? -Math.log(survival) / DECAY : Double.POSITIVE_INFINITY;
    }
}
