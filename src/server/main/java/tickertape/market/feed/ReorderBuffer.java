package tickertape.market.feed;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Puts trades in order of time that come nearly in order. Those of one time keep the order of their lines.
///
/// It holds the trades of the last moments only, because none that comes later can belong before older ones.
final class ReorderBuffer {

    private final Duration bound;
    private final Consumer<RecordedTrade> sorted;
    private final PriorityQueue<RecordedTrade> waiting =
            new PriorityQueue<>(Comparator.comparingLong(RecordedTrade::nanos).thenComparingLong(RecordedTrade::line));
    private long latest = Long.MIN_VALUE;
    private long moved;
    private Duration farthest = Duration.ZERO;

    /// @param bound how far a trade may lie behind one that came before it
    /// @param sorted takes the trades in order of time
    ReorderBuffer(Duration bound, Consumer<RecordedTrade> sorted) {
        this.bound = bound;
        this.sorted = sorted;
    }

    /// Takes the next trade; throws `IllegalArgumentException` when it lies too far behind.
    void take(RecordedTrade trade) {
        if (trade.nanos() < latest) {
            move(trade);
        }
        latest = Math.max(latest, trade.nanos());
        waiting.add(trade);
        while (!waiting.isEmpty() && latest - waiting.element().nanos() >= bound.toNanos()) {
            sorted.accept(waiting.remove());
        }
    }

    /// Hands on those that still wait.
    void end() {
        while (!waiting.isEmpty()) {
            sorted.accept(waiting.remove());
        }
    }

    /// How many trades were not in order.
    long moved() {
        return moved;
    }

    /// How far the farthest of them lay behind.
    Duration farthest() {
        return farthest;
    }

    private void move(RecordedTrade trade) {
        Duration behind = Duration.between(SourceTime.instant(trade.nanos()), SourceTime.instant(latest));
        if (behind.compareTo(bound) > 0) {
            throw new IllegalArgumentException("time goes back from %s to %s, by more than replay.disorder allows (%s)"
                    .formatted(SourceTime.instant(latest), SourceTime.instant(trade.nanos()), bound));
        }
        moved++;
        farthest = behind.compareTo(farthest) > 0 ? behind : farthest;
    }
}
