package tickertape.market;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import tickertape.wire.Symbol;

/// Remembers where the market stopped, so that the next run goes on from there. A bean of this type is found and
/// asked once, when the feed is made; without one, each start begins anew.
public interface Continuation {

    /// The last prices of an earlier run; empty if there was none, or nobody knows.
    Map<Symbol, LastPrice> lastPrices();

    /// The same for a market whose days are those of a zone: where the last quote is of a day before, that day has
    /// ended since, and its last price is the previous close.
    Map<Symbol, LastPrice> lastPrices(Instant now, ZoneId zone);
}
