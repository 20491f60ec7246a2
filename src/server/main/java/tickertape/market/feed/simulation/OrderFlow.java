package tickertape.market.feed.simulation;

import java.util.random.RandomGenerator;

/// The sides of the trades, and so their prices in the book.
///
/// Buys tend to follow buys, and sells sells (Lillo and Farmer 2004). Most trades are at the bid or the ask, a few
/// between them.
final class OrderFlow {

    private static final double TURN = 0.3;
    private static final double INSIDE = 0.08;

    private final RandomGenerator random;
    private boolean buying;

    OrderFlow(RandomGenerator random) {
        this.random = random;
        buying = random.nextBoolean();
    }

    /// The price of the next trade, in tick sizes.
    long price(Book book) {
        if (random.nextDouble() < TURN) {
            buying = !buying;
        }
        if (book.ask() - book.bid() > 1 && random.nextDouble() < INSIDE) {
            return random.nextLong(book.bid() + 1, book.ask());
        }
        return buying ? book.ask() : book.bid();
    }
}
