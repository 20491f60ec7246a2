package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Makes the write queues of all features, and writes what waits in them several times a second. Safe for any thread.
///
/// Each queue has a platform thread: a database that runs inside the server uses the processor, and virtual threads
/// are not interrupted for others, so that it would delay the writers of streams.
public final class WriteQueues implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WriteQueues.class.getName());

    /// At most this long after it was put, a row is on its way.
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// How long the end of the application waits for a queue.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final ThreadFactory threads;
    private final LongSupplier nanoTime;
    private final List<Drain> drains = new CopyOnWriteArrayList<>();

    /// A queue, and the thread that empties it.
    private record Drain(WriteQueue<?> queue, ScheduledExecutorService thread) {

        void start() {
            var _ = thread.scheduleWithFixedDelay(this::run, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }

        // What escapes would end the thread.
        private void run() {
            try {
                queue.drain();
            } catch (RuntimeException | Error failure) {
                LOG.log(Level.ERROR, "Rows of %s were not written".formatted(queue.name()), failure);
            }
        }

        // Without an interrupt: it would make H2 close its file.
        void close() {
            thread.shutdown();
            try {
                if (thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    run();
                }
                if (queue.depth() > 0) {
                    LOG.log(
                            Level.WARNING,
                            "{0} rows of {1} were not written before the end",
                            Integer.toString(queue.depth()),
                            queue.name());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// @param threads makes a platform thread for each queue
    /// @param nanoTime a monotonic clock
    WriteQueues(Database database, ThreadFactory threads, LongSupplier nanoTime) {
        this.database = database;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /// Makes a queue. Throws `IllegalArgumentException` when its capacity is not positive, or its name is taken.
    ///
    /// @param name in metrics and in the log
    /// @param capacity how many rows may wait
    /// @param key what a row is told apart by: a later one replaces the one that waits
    /// @param lossListener is handed the rows that will never be written; on any thread, under no lock
    public synchronized <T> WriteQueue<T> open(
            String name,
            int capacity,
            Function<? super T, ?> key,
            BatchWriter<T> writer,
            Consumer<List<T>> lossListener) {
        if (all().stream().anyMatch(queue -> queue.name().equals(name))) {
            throw new IllegalArgumentException("two write queues are named %s".formatted(name));
        }
        var queue = new WriteQueue<>(name, capacity, key, writer, lossListener, database, nanoTime);
        var drain = new Drain(queue, Executors.newSingleThreadScheduledExecutor(threads));
        drains.add(drain);
        drain.start();
        return queue;
    }

    List<WriteQueue<?>> all() {
        return drains.stream().<WriteQueue<?>>map(Drain::queue).toList();
    }

    /// Ends the threads, and writes what still waits, if the database takes it.
    @Override
    public void close() {
        drains.forEach(Drain::close);
    }
}
