package tickertape.trading.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tickertape.store.WakeSignal;

/// The commands that wait for the worker, in order. When it is full, it takes no more. Safe for any thread.
///
/// Prices move, so nothing is booked of a command that nobody waits for any more: it waits for a limited time only, and
/// not for a database that takes no rows.
final class CommandQueue {

    private final int capacity;
    private final Duration patience;
    private final Deque<Queued> waiting = new ArrayDeque<>();
    private final WakeSignal signal;
    private final LongSupplier nanoTime;

    /// @param since when it was handed in, in nanoseconds
    private record Queued(Task task, long since) {}

    /// @param patience how long a command waits
    /// @param signal is given when something was added
    /// @param nanoTime a monotonic clock
    CommandQueue(int capacity, Duration patience, WakeSignal signal, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.patience = patience;
        this.signal = signal;
        this.nanoTime = nanoTime;
    }

    /// Adds a command; empty if there is no room for it.
    Optional<Submission> add(Command command) {
        Task task = Task.of(command);
        synchronized (this) {
            if (waiting.size() >= capacity) {
                return Optional.empty();
            }
            waiting.addLast(new Queued(task, nanoTime.getAsLong()));
        }
        signal.wake();
        return Optional.of(new Submission(task.result(), () -> withdraw(task)));
    }

    private synchronized boolean withdraw(Task task) {
        return waiting.removeIf(each -> each.task().equals(task));
    }

    /// The next ones; those that have waited too long are refused.
    List<Task> take(int most) {
        var next = new ArrayList<Task>();
        var late = new ArrayList<Task>();
        synchronized (this) {
            long now = nanoTime.getAsLong();
            while (next.size() < most && !waiting.isEmpty()) {
                Queued first = waiting.removeFirst();
                boolean isLate = now - first.since() >= patience.toNanos();
                (isLate ? late : next).add(first.task());
            }
        }
        refuse(late);
        return next;
    }

    /// Refuses all that wait.
    void refuseAll() {
        List<Task> all;
        synchronized (this) {
            all = waiting.stream().map(Queued::task).toList();
            waiting.clear();
        }
        refuse(all);
    }

    private static void refuse(List<Task> tasks) {
        tasks.forEach(task -> task.result().completeExceptionally(Submission.notTaken()));
    }

    synchronized int size() {
        return waiting.size();
    }
}
