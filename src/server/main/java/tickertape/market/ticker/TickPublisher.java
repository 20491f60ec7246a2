package tickertape.market.ticker;

import tickertape.market.Tick;

/// Puts each tick where readers find it, on the tick's own thread and before any [TickListener] gets it.
///
/// There is exactly one bean of this type, because whatever runs here delays the tick.
public interface TickPublisher {

    /// Publishes one tick; must not wait for any reader.
    void publish(Tick tick);
}
