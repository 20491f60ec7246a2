package tickertape.history;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.wire.Symbol;

/// What requests read of the bars in memory. One thread puts, any thread reads.
final class BookViews {

    private final Map<Symbol, BookView> views = new ConcurrentHashMap<>();

    void put(Symbol symbol, BookView view) {
        views.put(symbol, view);
    }

    /// Empty until the first tick.
    Optional<BookView> of(Symbol symbol) {
        return Optional.ofNullable(views.get(symbol));
    }
}
