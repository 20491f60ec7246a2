package tickertape.web.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Handles the request first whose connection was served least recently, and ends those that are held up while others
/// wait: for requests such as those for health, which are short unless somebody holds them up on purpose. Safe for any
/// thread.
///
/// So a client that sends many requests at once, or reads no responses, delays only its own. When too many wait, the
/// one
/// that would be next to last is dropped.
final class FairAdmission implements Admission {

    /// Longer than an honest request takes on a busy machine.
    static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Comparator<Entry> ORDER =
            Comparator.<Entry>comparingLong(entry -> entry.lastServed).thenComparingLong(entry -> entry.number);

    private final int atOnce;
    private final int waitingAtMost;
    private final LongSupplier nanoTime;
    private final Consumer<Object> close;
    private final Consumer<Runnable> later;
    private final long start;
    private final Map<Object, Long> served = new WeakHashMap<>();
    private final TreeSet<Entry> waiting = new TreeSet<>(ORDER);
    private final Set<Entry> handled = new LinkedHashSet<>();
    private long arrivals;
    private boolean watching;

    private static final class Entry {
        private final Object connection;
        private final Runnable request;
        private final long lastServed;
        private final long number;
        private long begin;

        Entry(Object connection, Runnable request, long lastServed, long number) {
            this.connection = connection;
            this.request = request;
            this.lastServed = lastServed;
            this.number = number;
        }
    }

    /// @param nanoTime a monotonic clock
    /// @param close ends a connection, also one that is being written to
    /// @param later runs something after [#PATIENCE]
    FairAdmission(
            int atOnce, int waitingAtMost, LongSupplier nanoTime, Consumer<Object> close, Consumer<Runnable> later) {
        this.atOnce = atOnce;
        this.waitingAtMost = waitingAtMost;
        this.nanoTime = nanoTime;
        this.close = close;
        this.later = later;
        start = nanoTime.getAsLong();
    }

    @Override
    public Optional<Executor> admit(Object connection) {
        return Optional.of(request -> {
            add(connection, request).forEach(close);
            work();
        });
    }

    // Who is returned is closed, not under the lock, because that calls the server.
    private synchronized List<Object> add(Object connection, Runnable request) {
        waiting.add(new Entry(connection, request, served.getOrDefault(connection, -1L), arrivals++));
        List<Object> closed = heldUp();
        if (waiting.size() > waitingAtMost) {
            closed.add(waiting.removeLast().connection);
        }
        watch();
        return closed;
    }

    private void work() {
        for (Entry next = begin(); next != null; next = begin()) {
            try {
                next.request.run();
            } finally {
                end(next);
            }
        }
    }

    private synchronized @Nullable Entry begin() {
        Entry next = handled.size() < atOnce ? waiting.pollFirst() : null;
        if (next != null) {
            next.begin = now();
            handled.add(next);
        }
        return next;
    }

    private synchronized void end(Entry entry) {
        handled.remove(entry);
        served.put(entry.connection, now());
    }

    // Their places are free from now on, although their threads need a moment to notice.
    private List<Object> heldUp() {
        List<Object> closed = new ArrayList<>();
        if (handled.size() == atOnce) {
            handled.removeIf(entry -> {
                boolean heldUp = now() - entry.begin >= PATIENCE.toNanos();
                if (heldUp) {
                    closed.add(entry.connection);
                }
                return heldUp;
            });
        }
        return closed;
    }

    private void watch() {
        if (!watching && handled.size() == atOnce) {
            watching = true;
            later.accept(this::relieve);
        }
    }

    // The threads of those who are closed go on with those who wait.
    private void relieve() {
        List<Object> closed;
        synchronized (this) {
            watching = false;
            closed = waiting.isEmpty() ? List.of() : heldUp();
            if (!waiting.isEmpty()) {
                watch();
            }
        }
        closed.forEach(close);
    }

    // Since the start, so that it compares.
    private long now() {
        return nanoTime.getAsLong() - start;
    }
}
