package tickertape.feeding.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tickertape.wire.Symbol;

/// What a line says of one symbol: a trade, the best bid and ask, or both.
///
/// @param source who says so; empty if that is the source of the request
/// @param seq the number that the source gave it
/// @param previousClose the close of the day before, for a symbol that is not known yet
/// @param time of the event, by the clock of the source
public record FeedLine(
        Optional<String> source,
        OptionalLong seq,
        Symbol symbol,
        Optional<TradeFigures> trade,
        Optional<BookFigures> book,
        Optional<BigDecimal> previousClose,
        Optional<Instant> time) {

    /// A trade's figures.
    public record TradeFigures(BigDecimal price, BigDecimal size) {

        public TradeFigures {
            if (size.signum() < 0) {
                throw new IllegalArgumentException("size %s is negative".formatted(size));
            }
        }
    }

    /// The figures of the best bid and ask.
    public record BookFigures(BigDecimal bid, BigDecimal ask, BigDecimal bidSize, BigDecimal askSize) {

        public BookFigures {
            if (bid.compareTo(ask) >= 0) {
                throw new IllegalArgumentException("bid %s is not below ask %s".formatted(bid, ask));
            }
            checkSize("bidSize", bidSize);
            checkSize("askSize", askSize);
        }
    }

    public FeedLine {
        if (trade.isEmpty() && book.isEmpty()) {
            throw new IllegalArgumentException("there is neither a price nor a bid");
        }
    }

    /// Any price of it, for a symbol that nothing else is known of.
    public BigDecimal anyPrice() {
        return previousClose
                .or(() -> trade.map(TradeFigures::price))
                .or(() -> book.map(BookFigures::bid))
                .orElseThrow();
    }

    /// How many decimals its prices have at most.
    public int scale() {
        int scale = previousClose.map(BigDecimal::scale).orElse(0);
        scale = Math.max(scale, trade.map(figures -> figures.price().scale()).orElse(0));
        return Math.max(
                scale,
                book.map(figures ->
                                Math.max(figures.bid().scale(), figures.ask().scale()))
                        .orElse(0));
    }

    private static void checkSize(String name, BigDecimal size) {
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("%s %s is not positive".formatted(name, size));
        }
    }
}
