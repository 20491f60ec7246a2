package tickertape.tape;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What waits until it is old enough, in order. Safe for any thread.
///
/// The delay is made of slots, and each has an equal share of the memory. When a slot's share is used up, what comes
/// until its end is merged into its last batch, which then waits as long as the newest that it holds. So nothing is
/// ever early, and however much comes, something is released in each slot.
final class DelayLine {

    private static final int SLOTS = 100;

    private final long delay;
    private final long slot;
    private final long share;
    private final LongSupplier nanoTime;
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private long slotBegan;
    private long slotUsed;
    private long size;
    private long merged;

    /// @param limit how many bytes may wait, about
    /// @param nanoTime the monotonic clock of the batches
    DelayLine(Duration delay, long limit, LongSupplier nanoTime) {
        this.delay = delay.toNanos();
        this.slot = this.delay / SLOTS;
        this.share = limit / SLOTS;
        this.nanoTime = nanoTime;
    }

    synchronized void add(Batch batch) {
        if (waiting.isEmpty() || batch.nanos() - slotBegan >= slot) {
            slotBegan = batch.nanos();
            slotUsed = 0;
        }
        long more = batch.size();
        if (slotUsed > 0 && slotUsed + more > share) {
            Batch last = waiting.removeLast();
            Batch both = last.merged(batch);
            merged += last.count() + batch.count() - both.count();
            more = both.size() - last.size();
            waiting.addLast(both);
        } else {
            waiting.addLast(batch);
        }
        slotUsed += more;
        size += more;
    }

    /// Takes out the oldest batch, if it is old enough.
    synchronized Optional<Batch> poll() {
        Batch first = waiting.peekFirst();
        if (first == null || nanoTime.getAsLong() - first.nanos() < delay) {
            return Optional.empty();
        }
        size -= first.size();
        return Optional.of(waiting.removeFirst());
    }

    /// How many bytes wait, about.
    synchronized long size() {
        return size;
    }

    /// How many messages were replaced by newer ones or lost, because too many waited.
    synchronized long merged() {
        return merged;
    }
}
