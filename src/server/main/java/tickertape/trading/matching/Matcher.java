package tickertape.trading.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.trading.order.Order;
import tickertape.trading.order.Side;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Finds the orders that trade at the quotes there are. All orders share what a quote shows: what one has taken, no
/// other gets before the next quote. One thread uses it.
public final class Matcher {

    private final Map<Symbol, OrderBook> books = new HashMap<>();
    private final Map<Symbol, Shown> shown = new HashMap<>();

    /// Where something has changed since it was looked at last.
    private final Set<Symbol> changed = new HashSet<>();

    /// A quote, and what is left of the sizes that it shows.
    private record Shown(Quote quote, long askSize, long bidSize) {

        static Shown of(Quote quote) {
            return new Shown(quote, size(quote, quote.askSize()), size(quote, quote.bidSize()));
        }

        // Of who knows trades only, the last one is what somebody would trade at.
        private static long size(Quote quote, @Nullable BigDecimal size) {
            BigDecimal there = size == null && quote.ask() == null ? quote.lastSize() : size;
            return there == null
                    ? 0
                    : there.setScale(0, RoundingMode.DOWN)
                            .min(BigDecimal.valueOf(Long.MAX_VALUE))
                            .longValueExact();
        }

        BigDecimal price(Side side) {
            BigDecimal price = side == Side.BUY ? quote.ask() : quote.bid();
            return price == null ? quote.last() : price;
        }

        long left(Side side) {
            return side == Side.BUY ? askSize : bidSize;
        }

        Shown without(Side side, long qty) {
            return side == Side.BUY
                    ? new Shown(quote, askSize - qty, bidSize)
                    : new Shown(quote, askSize, bidSize - qty);
        }
    }

    /// Takes the newest quote of a symbol.
    public void quote(Quote quote) {
        shown.put(quote.symbol(), Shown.of(quote));
        if (books.containsKey(quote.symbol())) {
            changed.add(quote.symbol());
        }
    }

    /// Takes an order as it is now.
    public void put(Order order) {
        Symbol symbol = order.terms().symbol();
        @Nullable OrderBook book = books.get(symbol);
        if (book == null) {
            if (!order.isOpen()) {
                return;
            }
            book = new OrderBook();
            books.put(symbol, book);
        }
        book.put(order);
        if (book.isEmpty()) {
            books.remove(symbol);
        }
        changed.add(symbol);
    }

    /// What is to happen now. It looks only where something has changed since it was asked last: it is told what came
    /// of that.
    public List<Match> matches() {
        var found = new ArrayList<Match>();
        List<Symbol> looked = List.copyOf(changed);
        changed.clear();
        for (Symbol symbol : looked) {
            OrderBook book = books.get(symbol);
            Shown there = shown.get(symbol);
            if (book != null && there != null && there.quote().status() == QuoteStatus.TRADING) {
                List<Match> woken = book.triggered(there.quote().last());
                found.addAll(woken);
                // A stop that wakes up comes before others perhaps: they are looked at when it has.
                if (woken.isEmpty()) {
                    for (Side side : Side.values()) {
                        if (there.price(side).signum() > 0) {
                            found.addAll(book.trades(side, there.price(side), there.left(side)));
                        }
                    }
                }
            }
        }
        return found;
    }

    /// The same quotes without any orders.
    public Matcher withoutOrders() {
        var next = new Matcher();
        next.shown.putAll(shown);
        return next;
    }

    /// Notes that shares were traded at the quote that is shown.
    public void traded(Symbol symbol, Side side, long qty) {
        shown.computeIfPresent(symbol, (_, there) -> there.without(side, qty));
    }

    public Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(shown.get(symbol)).map(Shown::quote);
    }

    /// How much is left of what the newest quote shows.
    public long left(Symbol symbol, Side side) {
        Shown there = shown.get(symbol);
        return there == null ? 0 : there.left(side);
    }

    /// The open orders of a symbol, or of all.
    public List<Order> open(Symbol symbol) {
        OrderBook book = books.get(symbol);
        return book == null ? List.of() : book.all();
    }

    public List<Order> open() {
        return books.values().stream().flatMap(book -> book.all().stream()).toList();
    }
}
