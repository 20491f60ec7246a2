package tickertape.market.feed.simulation;

import java.util.random.RandomGenerator;

/// Quotes a book around the efficient price: bid and ask are half a spread away from it, rounded outwards to the tick
/// grid.
///
/// The spread widens with volatility (Bollerslev and Melvin 1994). Rounding outwards adds one tick on average. Where
/// the wanted spread is about one tick, two fifths of the books are two ticks wide: their mid prices then lie on a grid
/// twice as fine as the ticks, which leaves almost no trace in the returns of the mid price.
final class MarketMaker {

    private static final double LEAST = 0.2;
    private static final double WIDENING = 0.4;

    private final double tickSize;
    private final double spread;
    private final RandomGenerator random;

    /// @param spread the median, as a fraction of the price
    MarketMaker(double tickSize, double spread, RandomGenerator random) {
        this.tickSize = tickSize;
        this.spread = spread;
        this.random = random;
    }

    /// @param logVolatility zero when volatility is as usual
    Book quote(double price, double logVolatility) {
        double mid = price / tickSize;
        double half = Math.max(LEAST, (mid * spread * Math.exp(WIDENING * logVolatility) - 1) / 2);
        long bid = Math.max(1, (long) Math.floor(mid - half));
        long ask = Math.max(bid + 1, (long) Math.ceil(mid + half));
        return new Book(bid, ask, size(), size());
    }

    private long size() {
        return 100 * LotSizes.geometric(0.25, random);
    }
}
