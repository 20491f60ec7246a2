package tickertape.market.ticker;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import tickertape.market.Tick;

/// All tick listeners of the application, each with a thread of its own.
final class TickListeners {

    /// How long the end waits for all of them together.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<ListenerThread> threads;
    private final LongSupplier nanoTime;

    /// Throws `IllegalArgumentException` when two listeners have the same name, or one has no capacity.
    TickListeners(List<TickListener> listeners, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
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

    /// Ends the threads, when they have taken what waits, or when they don't.
    void close() {
        threads.forEach(ListenerThread::finish);
        try {
            long begun = nanoTime.getAsLong();
            for (ListenerThread thread : threads) {
                var _ = thread.awaitEnd(PATIENCE.minusNanos(nanoTime.getAsLong() - begun));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            threads.forEach(ListenerThread::close);
        }
    }

    List<ListenerThread> threads() {
        return threads;
    }
}
