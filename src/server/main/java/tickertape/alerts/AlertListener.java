package tickertape.alerts;

import java.util.function.LongSupplier;
import tickertape.alerts.engine.AlertEngine;
import tickertape.alerts.engine.Findings;
import tickertape.alerts.store.AlertWorker;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;

/// Hands each tick to the engine, and what that finds to the store. It waits for nobody.
record AlertListener(AlertEngine engine, AlertWorker worker, AlertMetrics metrics, LongSupplier nanoTime)
        implements TickListener {

    /// A minute of ticks.
    private static final int CAPACITY = 240;

    @Override
    public String name() {
        return AlertBeans.ALERTS;
    }

    @Override
    public void onTick(Tick tick) {
        long start = nanoTime.getAsLong();
        worker.begin();
        Findings findings = engine.tick(tick, worker.room());
        metrics.evaluated(nanoTime.getAsLong() - start);
        worker.put(findings);
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    /// Of a tick that is missed, the next quote of a symbol tells.
    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }
}
