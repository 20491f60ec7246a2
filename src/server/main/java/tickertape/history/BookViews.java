package tickertape.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.wire.Symbol;

/// What requests read of the bars in memory. One thread puts, any thread reads.
final class BookViews {

    private final Map<Symbol, BookView> views = new ConcurrentHashMap<>();
    private volatile boolean owing;
    private volatile Instant begun = Instant.MIN;

    void put(Symbol symbol, BookView view) {
        views.put(symbol, view);
    }

    /// Empty until the first tick.
    Optional<BookView> of(Symbol symbol) {
        return Optional.ofNullable(views.get(symbol));
    }

    /// The bars of this run begin at this time of the market.
    void begin(Instant moment) {
        begun = moment;
    }

    /// When the bars of this run begin; as early as can be until the first tick.
    Instant begun() {
        return begun;
    }

    /// There are bars that neither the memory nor the database has: views that are put from now on lack them.
    void setOwing(boolean owing) {
        this.owing = owing;
    }

    boolean isOwing() {
        return owing;
    }
}
