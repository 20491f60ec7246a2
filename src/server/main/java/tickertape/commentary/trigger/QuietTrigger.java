package tickertape.commentary.trigger;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import tickertape.commentary.author.Occasion;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;

/// Sees that nothing was told for a while, as long as the market is open. One thread uses it.
final class QuietTrigger implements Trigger {

    /// Whoever comes at the start does not wait for a whole while.
    private static final Duration FIRST = Duration.ofSeconds(10);

    private final Duration pace;
    private final LongSupplier nanoTime;
    private boolean open;
    private long last;

    /// @param pace how long a while is
    /// @param nanoTime a monotonic clock
    QuietTrigger(Duration pace, LongSupplier nanoTime) {
        this.pace = pace;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong() - pace.toNanos() + Math.min(FIRST.toNanos(), pace.toNanos());
    }

    @Override
    public List<Cue> cues(Tick tick) {
        if (tick.status() != null) {
            open = tick.status().phase() == MarketPhase.OPEN;
        }
        if (!open || nanoTime.getAsLong() - last < pace.toNanos()) {
            return List.of();
        }
        told();
        return List.of(Cue.market(Occasion.QUIET));
    }

    /// Something is told now.
    void told() {
        last = nanoTime.getAsLong();
    }
}
