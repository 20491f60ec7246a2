package tickertape.market.ticker;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tickertape.market.Tick;

/// A listener with room for two ticks that does what a test wants, and keeps the missed ticks that were reported to it.
final class FakeListener implements TickListener {

    /// What it does with a tick.
    interface Action {
        void take(Tick tick) throws Exception;
    }

    final Queue<Long> missed = new ConcurrentLinkedQueue<>();
    volatile boolean ended;

    private final String name;
    private final Action action;

    FakeListener(String name, Action action) {
        this.name = name;
        this.action = action;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int capacity() {
        return 2;
    }

    @Override
    public void onTick(Tick tick) throws Exception {
        action.take(tick);
    }

    @Override
    public void onEnd() {
        ended = true;
    }

    @Override
    public void onMissed(long ticks) {
        missed.add(ticks);
    }
}
