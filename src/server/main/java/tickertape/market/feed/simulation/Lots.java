package tickertape.market.feed.simulation;

import java.util.random.RandomGenerator;

/// How many shares change hands at once: a round lot of a hundred half of the time, else an odd lot or several.
final class Lots {

    private Lots() {}

    /// The mean is about 150, the median 100.
    static long draw(RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.25) {
            return random.nextInt(1, 100);
        }
        return kind < 0.75 ? 100 : 100 * (1 + geometric(0.6, random));
    }

    /// One, and one more as often as luck fails: the mean is one in `chance`.
    static long geometric(double chance, RandomGenerator random) {
        return 1 + (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-chance));
    }
}
