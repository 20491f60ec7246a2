package tickertape.market.feed.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The logarithm of a volatility that varies around its mean, so that calm and volatile hours alternate.
///
/// An Ornstein-Uhlenbeck process (Scott 1987; Taylor 1986 in discrete time), stepped exactly, so that its statistics
/// do not depend on the interval. It gives returns their fat tails, and the sizes of returns a memory.
final class LogVolatility {

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final RandomGenerator random;
    private final double deviation;
    private final double decay;
    private final double noise;
    private double value;

    /// @param deviation its standard deviation in the long run
    LogVolatility(double deviation, Duration interval, RandomGenerator random) {
        this.random = random;
        this.deviation = deviation;
        decay = Math.exp(-(double) interval.toNanos() / MEMORY.toNanos());
        noise = deviation * Math.sqrt(1 - decay * decay);
        value = deviation * random.nextGaussian();
    }

    void advance() {
        value = decay * value + noise * random.nextGaussian();
    }

    /// The logarithm, zero on average.
    double value() {
        return value;
    }

    double variance() {
        return deviation * deviation;
    }
}
