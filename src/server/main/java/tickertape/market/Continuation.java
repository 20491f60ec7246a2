package tickertape.market;

import java.util.Map;
import tickertape.wire.Symbol;

/// Remembers where the market stopped, so that a simulated one goes on from there. A bean of this type is found and
/// asked once, when the feed is made; without one, each start begins anew.
public interface Continuation {

    /// The last prices of an earlier run; empty if there was none, or nobody knows.
    Map<Symbol, LastPrice> lastPrices();
}
