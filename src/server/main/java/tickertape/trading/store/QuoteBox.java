package tickertape.trading.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.store.WakeSignal;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quote of each symbol that the worker has not seen, and the newest status: a slow worker misses those
/// between. Safe for any thread.
final class QuoteBox {

    private final WakeSignal signal;
    private final Map<Symbol, Quote> quotes = new LinkedHashMap<>();
    private @Nullable MarketStatus status;

    /// What has come since the last time.
    record News(List<Quote> quotes, Optional<MarketStatus> status) {}

    /// @param signal is given when something was put
    QuoteBox(WakeSignal signal) {
        this.signal = signal;
    }

    void put(Tick tick) {
        synchronized (this) {
            tick.quotes().forEach(quote -> quotes.put(quote.symbol(), quote));
            status = tick.status() == null ? status : tick.status();
        }
        signal.wake();
    }

    synchronized News take() {
        var news = new News(new ArrayList<>(quotes.values()), Optional.ofNullable(status));
        quotes.clear();
        status = null;
        return news;
    }
}
