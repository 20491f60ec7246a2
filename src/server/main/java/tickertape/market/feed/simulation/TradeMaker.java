package tickertape.market.feed.simulation;

import java.util.random.RandomGenerator;

/// Decides at which of the book's prices somebody trades.
///
/// Buyers tend to follow buyers and sellers sellers (Lillo and Farmer 2004). Most trades print at the bid or the ask, a
/// few between them.
final class TradeMaker {

    private static final double TURN = 0.3;
    private static final double INSIDE = 0.08;

    private final RandomGenerator random;
    private boolean buying;

    TradeMaker(RandomGenerator random) {
        this.random = random;
        buying = random.nextBoolean();
    }

    /// The next trade's price, counted in tick sizes.
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
