package tickertape.market.feed.simulation;

import java.time.Duration;

/// The price that all would agree on, hidden behind bid and ask: its logarithm is a random walk.
///
/// A weak pull leads it back to its reference, an Ornstein-Uhlenbeck process over ten trading days: returns of minutes
/// look free of memory, yet years don't lead to absurd prices.
final class EfficientPrice {

    private static final Duration MEMORY = Duration.ofHours(65);

    private final double reference;
    private final double decay;
    private double logarithm;

    /// @param gap how far from its reference it starts, as a logarithm
    EfficientPrice(double reference, double gap, Duration interval) {
        this.reference = Math.log(reference);
        decay = Math.exp(-(double) interval.toNanos() / MEMORY.toNanos());
        logarithm = this.reference + gap;
    }

    /// Moves by a logarithmic return.
    void move(double logReturn) {
        logarithm = reference + (logarithm - reference) * decay + logReturn;
    }

    double value() {
        return Math.exp(logarithm);
    }
}
