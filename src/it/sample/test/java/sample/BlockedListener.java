package sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;

/// A tick listener that never returns from its first tick.
@ApplicationScoped
public class BlockedListener implements TickListener {

    @Override
    public String name() {
        return "blocked";
    }

    @Override
    public int capacity() {
        return 2;
    }

    @Override
    public void onTick(Tick tick) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
