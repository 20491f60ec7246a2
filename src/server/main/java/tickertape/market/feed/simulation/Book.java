package tickertape.market.feed.simulation;

/// The best bid and ask in tick sizes, and their sizes in shares.
record Book(long bid, long ask, long bidSize, long askSize) {

    boolean samePrices(Book other) {
        return bid == other.bid && ask == other.ask;
    }

    Book withMoreBid() {
        return new Book(bid, ask, bidSize + 100, askSize);
    }
}
