package tickertape.market.feed.simulation;

import java.util.random.RandomGenerator;

/// Draws the sizes of trades: half of them are one round lot of a hundred, the others odd lots or several lots.
final class LotSizes {

    private LotSizes() {}

    /// The mean is about 150, the median 100.
    static long draw(RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.25) {
            return random.nextInt(1, 100);
        }
        return kind < 0.75 ? 100 : 100 * (1 + geometric(0.6, random));
    }

    /// A geometric number, at least one; its mean is `1 / chance`.
    static long geometric(double chance, RandomGenerator random) {
        return 1 + (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-chance));
    }
}
