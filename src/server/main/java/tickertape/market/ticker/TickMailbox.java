package tickertape.market.ticker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener.OverflowPolicy;

/// The ticks that wait for one listener: at most as many as its capacity. Safe for any thread.
final class TickMailbox {

    private final int capacity;
    private final OverflowPolicy policy;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private long missed;
    private boolean ended;

    /// A tick that waits.
    ///
    /// @param missed how many ticks before it, or merged into it, the listener does not see
    record Delivery(Tick tick, long missed) {}

    /// Throws `IllegalArgumentException` when the capacity is not positive.
    TickMailbox(int capacity, OverflowPolicy policy) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity %s is not positive".formatted(capacity));
        }
        this.capacity = capacity;
        this.policy = policy;
    }

    /// Adds a tick without waiting.
    synchronized void put(Tick tick) {
        if (waiting.size() < capacity) {
            waiting.addLast(new Delivery(tick, 0));
        } else {
            missed++;
            switch (policy) {
                case DROP_OLDEST -> {
                    Delivery dropped = waiting.removeFirst();
                    waiting.addLast(new Delivery(tick, 0));
                    Delivery next = waiting.removeFirst();
                    waiting.addFirst(new Delivery(next.tick(), next.missed() + dropped.missed() + 1));
                }
                case MERGE -> {
                    Delivery latest = waiting.removeLast();
                    waiting.addLast(new Delivery(latest.tick().mergedWith(tick), latest.missed() + 1));
                }
            }
        }
        notifyAll();
    }

    /// Removes the tick that has waited longest; waits until there is one. Empty at the end.
    synchronized Optional<Delivery> take() throws InterruptedException {
        while (waiting.isEmpty() && !ended) {
            wait();
        }
        return Optional.ofNullable(waiting.pollFirst());
    }

    /// Tells that no tick follows.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized int depth() {
        return waiting.size();
    }

    /// How many ticks have been dropped or merged so far.
    synchronized long missed() {
        return missed;
    }
}
