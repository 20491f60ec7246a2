package tickertape.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// What the next tick of a run is to bring. One thread uses it.
final class NextTick {

    /// What the market is doing from then on; null if that does not change.
    @Nullable
    MarketPhase phase;

    /// Since when the feed is silent about all symbols; null if it is not.
    @Nullable
    Instant silentSince;

    private final List<Trade> trades = new ArrayList<>();
    private final Set<Symbol> gaps = new HashSet<>();

    void trade(String symbol, String price, String size, Instant time, @Nullable Instant sourceTime) {
        trades.add(new Trade(new Symbol(symbol), new BigDecimal(price), new BigDecimal(size), time, sourceTime));
    }

    /// Of a symbol, trades may be missing in it, or before it.
    void gap(String symbol) {
        gaps.add(new Symbol(symbol));
    }

    /// It brings this, and the next one nothing.
    Tick take(Instant time, List<Quote> quotes) {
        MarketPhase its = phase;
        var status = its == null ? null : new MarketStatus(its, null, null, time);
        var tick = new Tick(time, status, trades, quotes, gaps, silentSince);
        phase = null;
        silentSince = null;
        trades.clear();
        gaps.clear();
        return tick;
    }
}
