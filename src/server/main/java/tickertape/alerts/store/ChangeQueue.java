package tickertape.alerts.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import tickertape.alerts.engine.Findings;
import tickertape.store.WakeSignal;

/// What waits for the store, in order. Safe for any thread.
///
/// Only so many firings wait: the engine is asked for no more than there is [#room] for, and the others stay where they
/// are, so none is lost.
final class ChangeQueue {

    private final int capacity;
    private final Deque<Change> waiting = new ArrayDeque<>();
    private final WakeSignal signal;
    private int taken;

    /// @param signal is given when something was added
    ChangeQueue(int capacity, WakeSignal signal) {
        this.capacity = capacity;
        this.signal = signal;
    }

    synchronized int size() {
        return waiting.size() + taken;
    }

    int room() {
        return Math.max(0, capacity - size());
    }

    /// @param term in which they were found
    void add(Findings findings, long term) {
        List<Change> changes = Stream.of(
                        findings.hits().stream().map(Change.Fire::new),
                        findings.rearmed().stream().map(Change.Rearm::new),
                        findings.halts().entrySet().stream()
                                .map(halt -> new Change.Halt(halt.getKey(), halt.getValue(), term)))
                .<Change>flatMap(each -> each)
                .toList();
        if (!changes.isEmpty()) {
            synchronized (this) {
                waiting.addAll(changes);
            }
            signal.wake();
        }
    }

    synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /// Takes the next ones; they count as waiting until [#giveBack] is called.
    synchronized List<Change> take(int most) {
        var next = new ArrayList<Change>();
        while (next.size() < most && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
        }
        taken = next.size();
        return next;
    }

    /// Gives back what could not be written, perhaps nothing.
    synchronized void giveBack(List<Change> changes) {
        changes.reversed().forEach(waiting::addFirst);
        taken = 0;
    }
}
