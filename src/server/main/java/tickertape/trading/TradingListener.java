package tickertape.trading;

import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.trading.board.Prices;
import tickertape.trading.store.TradingWorker;

/// Hands each tick to who values and to who matches. It waits for nobody.
record TradingListener(TradingWorker worker, Prices prices) implements TickListener {

    @Override
    public String name() {
        return TradingBeans.TRADING;
    }

    @Override
    public void onTick(Tick tick) {
        prices.put(tick);
        worker.put(tick);
    }

    /// Of a tick that is missed, the next quote of a symbol tells.
    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }
}
