package tickertape.history;

import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;

/// What stands in for the history where it is off.
final class IdleListener implements TickListener {

    @Override
    public String name() {
        return HistoryListener.NAME;
    }

    @Override
    public void onTick(Tick tick) {}
}
