package tickertape.market.ticker;

import tickertape.market.MarketState;
import tickertape.market.Tick;

/// Puts each tick where readers find it, on the tick's own thread and before any [TickListener] gets it.
///
/// There is exactly one bean of this type, because whatever runs here delays the tick.
public interface TickPublisher {

    /// Publishes one tick; must not wait for any reader.
    void publish(Tick tick);

    /// The same.
    ///
    /// @param published run when readers find it; where several servers share the market, on another thread, or
    ///     never if this one does not lead any more
    default void publish(Tick tick, Runnable published) {
        publish(tick);
        published.run();
    }

    /// What readers find at this moment, whichever server has published it. Called at each tick that another server
    /// moves, and before the first one that this server does.
    ///
    /// @param inTouch whether this server hears of what the other one does
    default MarketState follow(boolean inTouch) {
        return MarketState.UNKNOWN;
    }
}
