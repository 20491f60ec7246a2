package tickertape.trading.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tickertape.store.WakeSignal;

/// The commands that wait for the worker, in order. When it is full, it takes no more. Safe for any thread.
final class CommandQueue {

    private final int capacity;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final WakeSignal signal;

    /// @param signal is given when something was added
    CommandQueue(int capacity, WakeSignal signal) {
        this.capacity = capacity;
        this.signal = signal;
    }

    /// Returns false if it is full.
    boolean add(Task task) {
        synchronized (this) {
            if (waiting.size() >= capacity) {
                return false;
            }
            waiting.addLast(task);
        }
        signal.wake();
        return true;
    }

    synchronized List<Task> take(int most) {
        var next = new ArrayList<Task>();
        while (next.size() < most && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
        }
        return next;
    }

    synchronized int size() {
        return waiting.size();
    }
}
