package tickertape.market.ticker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import tickertape.market.Tick;

/// All tick listeners of the application, each with a thread of its own.
final class TickListeners {

    private final List<ListenerThread> threads;

    /// Throws `IllegalArgumentException` when two listeners have the same name, or one has no capacity.
    TickListeners(List<TickListener> listeners, LongSupplier nanoTime) {
        threads = listeners.stream()
                .filter(listener -> !listener.equals(TickListener.NONE))
                .map(listener -> new ListenerThread(listener, nanoTime))
                .toList();
        Set<String> names = new HashSet<>();
        for (ListenerThread thread : threads) {
            if (!names.add(thread.name())) {
                throw new IllegalArgumentException("two tick listeners are named %s".formatted(thread.name()));
            }
        }
    }

    /// Starts the threads.
    ///
    /// @param executor of virtual threads
    void start(ExecutorService executor) {
        threads.forEach(thread -> thread.start(executor));
    }

    /// Hands a tick to each listener, without waiting for any.
    void deliver(Tick tick) {
        threads.forEach(thread -> thread.deliver(tick));
    }

    /// Ends the threads.
    void close() {
        threads.forEach(ListenerThread::close);
    }

    List<ListenerThread> threads() {
        return threads;
    }
}
