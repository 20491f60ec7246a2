package tickertape.market.feed.simulation;

import java.util.random.RandomGenerator;

/// Lays a book around the efficient price: at least half a spread away from it, and outwards to the tick grid.
///
/// The spread widens with volatility (Bollerslev and Melvin 1994). Rounding outwards adds one tick on average. Where
/// the spread wanted is about one tick, two fifths of the books are two ticks wide: their middles then lie on a grid
/// twice as fine as the ticks, which leaves next to no trace in the middle's returns.
final class BookMaker {

    private static final double LEAST = 0.2;
    private static final double WIDENING = 0.4;

    private final double tickSize;
    private final double spread;
    private final RandomGenerator random;

    /// @param spread the median, as a fraction of the price
    BookMaker(double tickSize, double spread, RandomGenerator random) {
        this.tickSize = tickSize;
        this.spread = spread;
        this.random = random;
    }

    /// @param logVolatility zero when the market is as nervous as usual
    Book around(double price, double logVolatility) {
        double middle = price / tickSize;
        double half = Math.max(LEAST, (middle * spread * Math.exp(WIDENING * logVolatility) - 1) / 2);
        long bid = Math.max(1, (long) Math.floor(middle - half));
        long ask = Math.max(bid + 1, (long) Math.ceil(middle + half));
        return new Book(bid, ask, size(), size());
    }

    private long size() {
        return 100 * Lots.geometric(0.25, random);
    }
}
