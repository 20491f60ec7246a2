package tickertape.market.feed.simulation;

import java.time.Duration;

/// The price that everybody would agree on, hidden behind bid and ask: a random walk of its logarithm.
///
/// It is pulled back to where it came from, but gently, an Ornstein-Uhlenbeck process over ten trading days: minutes
/// look free of memory, and yet years don't lead to absurd prices.
final class EfficientPrice {

    private static final Duration MEMORY = Duration.ofHours(65);

    private final double reference;
    private final double decay;
    private double logarithm;

    /// @param gap how far it starts from its reference, as a logarithm: the overnight move
    EfficientPrice(double reference, double gap, Duration interval) {
        this.reference = Math.log(reference);
        decay = Math.exp(-(double) interval.toNanos() / MEMORY.toNanos());
        logarithm = this.reference + gap;
    }

    /// Moves by a return, given as the difference of two logarithms.
    void move(double logReturn) {
        logarithm = reference + (logarithm - reference) * decay + logReturn;
    }

    double value() {
        return Math.exp(logarithm);
    }
}
