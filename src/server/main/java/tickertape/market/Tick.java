package tickertape.market;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// What changed in the market in one interval.
///
/// @param time the end of the interval, by the server's clock
/// @param status what the market is doing now; null when that has not changed
/// @param trades in order of time
/// @param quotes at most one a symbol, in the order of the market's instruments
public record Tick(Instant time, @Nullable MarketStatus status, List<Trade> trades, List<Quote> quotes) {

    public Tick {
        trades = List.copyOf(trades);
        quotes = List.copyOf(quotes);
    }

    /// One tick in place of this and a later one: the newest status, the newest quote of each symbol in the order of
    /// their first, and no trades.
    public Tick mergedWith(Tick later) {
        Map<Symbol, Quote> newest = new LinkedHashMap<>();
        quotes.forEach(quote -> newest.put(quote.symbol(), quote));
        later.quotes.forEach(quote -> newest.put(quote.symbol(), quote));
        return new Tick(
                later.time, later.status == null ? status : later.status, List.of(), List.copyOf(newest.values()));
    }
}
