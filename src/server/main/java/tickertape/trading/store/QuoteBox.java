package tickertape.trading.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.store.WakeSignal;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quote of each symbol that the worker has not seen, and when the market has closed: a slow worker misses
/// the quotes between, but no close. Safe for any thread.
final class QuoteBox {

    private final WakeSignal signal;
    private final Map<Symbol, Quote> quotes = new LinkedHashMap<>();
    private @Nullable MarketPhase phase;
    private @Nullable Instant closed;

    /// What has come since the last time.
    ///
    /// @param closed when the market has closed; empty if it has not
    record News(List<Quote> quotes, Optional<Instant> closed) {}

    /// @param signal is given when something was put
    QuoteBox(WakeSignal signal) {
        this.signal = signal;
    }

    void put(Tick tick) {
        synchronized (this) {
            tick.quotes().forEach(quote -> quotes.put(quote.symbol(), quote));
            if (tick.status() != null) {
                enter(tick.status());
            }
        }
        signal.wake();
    }

    // A market that is closed says so again when its forecast moves; and when the server starts, it has not closed just
    // now.
    private void enter(MarketStatus status) {
        if (status.phase() == MarketPhase.CLOSED && phase != null && phase != MarketPhase.CLOSED) {
            closed = status.time();
        }
        phase = status.phase();
    }

    synchronized News take() {
        var news = new News(new ArrayList<>(quotes.values()), Optional.ofNullable(closed));
        quotes.clear();
        closed = null;
        return news;
    }
}
