package tickertape.market;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// @param gaps symbols of which trades may be missing, in it or before it
/// @param silentSince when anything was heard of any symbol last, if that is longer ago than usual; null otherwise
public record Tick(
        Instant time,
        @Nullable MarketStatus status,
        List<Trade> trades,
        List<Quote> quotes,
        Set<Symbol> gaps,
        @Nullable Instant silentSince) {

    /// One that nothing is missing of.
    public Tick(Instant time, @Nullable MarketStatus status, List<Trade> trades, List<Quote> quotes) {
        this(time, status, trades, quotes, Set.of(), null);
    }

    public Tick {
        trades = List.copyOf(trades);
        quotes = List.copyOf(quotes);
        gaps = Set.copyOf(gaps);
    }

    /// One tick in place of this and a later one: the newest status, the newest quote of each symbol in the order of
    /// their first, and no trades.
    public Tick mergedWith(Tick later) {
        Map<Symbol, Quote> newest = new LinkedHashMap<>();
        quotes.forEach(quote -> newest.put(quote.symbol(), quote));
        later.quotes.forEach(quote -> newest.put(quote.symbol(), quote));
        Set<Symbol> missing = new LinkedHashSet<>(gaps);
        missing.addAll(later.gaps);
        return new Tick(
                later.time,
                later.status == null ? status : later.status,
                List.of(),
                List.copyOf(newest.values()),
                missing,
                later.silentSince);
    }
}
