package tickertape.chat.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import tickertape.store.WakeSignal;
import tickertape.web.ProblemException;

/// The changes that wait for the database, in the order in which they came; one more than there is room for is refused.
/// Safe for any thread.
final class ChatQueue {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SOON_SECONDS = 1;
    private static final int RETRY_SECONDS = 5;

    private final int capacity;
    private final WakeSignal signal;
    private final BooleanSupplier isWritable;
    private final Deque<PendingChange<?>> waiting = new ArrayDeque<>();

    /// @param signal is given when something was added
    /// @param isWritable whether the database takes rows
    ChatQueue(int capacity, WakeSignal signal, BooleanSupplier isWritable) {
        this.capacity = capacity;
        this.signal = signal;
        this.isWritable = isWritable;
    }

    /// Adds a change and waits until it is written. Throws `ProblemException` if it is refused, and 503 at once while
    /// the database is away or full.
    <T> T run(ChatChange<T> change) {
        if (!isWritable.getAsBoolean()) {
            throw away();
        }
        PendingChange<T> pending = put(change);
        try {
            return await(pending);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw withdraw(pending) ? away() : unsure();
        }
    }

    /// Adds a change that may be written whenever the database is there again.
    <T> PendingChange<T> put(ChatChange<T> change) {
        var pending = new PendingChange<>(change);
        add(pending);
        signal.wake();
        return pending;
    }

    private <T> T await(PendingChange<T> pending) throws InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(LOOK)) {
            if (pending.await(LOOK)) {
                return pending.answered();
            }
            if (!isWritable.getAsBoolean() && withdraw(pending)) {
                throw away();
            }
        }
        throw withdraw(pending) ? away() : unsure();
    }

    private synchronized void add(PendingChange<?> pending) {
        if (waiting.size() >= capacity) {
            throw ProblemException.unavailable("too much is being written at once", SOON_SECONDS);
        }
        waiting.add(pending);
    }

    private synchronized boolean withdraw(PendingChange<?> pending) {
        return waiting.remove(pending);
    }

    /// The next ones, in their order.
    synchronized List<PendingChange<?>> take(int most) {
        var next = new ArrayList<PendingChange<?>>();
        while (next.size() < most && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
        }
        return next;
    }

    synchronized int size() {
        return waiting.size();
    }

    private static ProblemException away() {
        return ProblemException.unavailable(
                "the database can't be written now, and nothing comes of this request: send it again later",
                RETRY_SECONDS);
    }

    private static ProblemException unsure() {
        return ProblemException.unavailable(
                "nobody knows whether it was written: send it again under the same id", RETRY_SECONDS);
    }
}
