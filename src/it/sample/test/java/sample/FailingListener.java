package sample;

import jakarta.enterprise.context.ApplicationScoped;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;

/// A tick listener that fails at each tick.
@ApplicationScoped
public class FailingListener implements TickListener {

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public void onTick(Tick tick) {
        throw new IllegalStateException("this listener always fails");
    }
}
