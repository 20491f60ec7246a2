package tickertape.chat.store;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.DatabaseThread;
import tickertape.store.RowExpiry;
import tickertape.store.WakeSignal;
import tickertape.web.monitoring.MetricFactory;

/// The one thread between requests, database and tape: it writes what waits, puts on the tape what is new, and then
/// answers.
public final class ChatWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ChatWorker.class.getName());

    private static final DatabaseThread.Words WORDS = new DatabaseThread.Words(
            LOG, "The chat waits, because it cannot be written or read now", "The chat is written and read again");

    private static final double NANOS = 1e9;
    private static final int CAPACITY = 500;
    private static final int BATCH = 200;
    private static final int ATTEMPTS = 3;
    private static final int EXPIRE_EVERY = 600;

    private final Database database;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Histogram durations =
            MetricFactory.durations("chat_batch", "How long it took to write changes of the chat, and to publish them");
    private final ChatQueue queue;
    private final ChatWriter writer;
    private final ChatReader reader;
    private final List<RowExpiry> expiries;
    private final DatabaseThread thread;
    private volatile boolean isReady;
    private long noted;
    private int turns;

    /// @param listener is told of messages that lie on the tape
    /// @param keep how long messages are kept
    /// @param threads makes a platform thread
    public ChatWorker(
            Database database,
            ChatTopics topics,
            ChatTape tape,
            Consumer<List<ChatMessage>> listener,
            Duration keep,
            InstantSource clock,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        this.database = database;
        this.clock = clock;
        this.nanoTime = nanoTime;
        var signal = new WakeSignal();
        queue = new ChatQueue(CAPACITY, signal, database::isWritable);
        writer = new ChatWriter(database, clock);
        reader = new ChatReader(database, topics, tape, listener);
        expiries = List.of(
                new RowExpiry("chat_mention", "created", keep, clock),
                new RowExpiry("chat_message", "created", keep, clock));
        thread = new DatabaseThread(database, signal, this::turn, WORDS, threads);
    }

    public void start() {
        thread.start();
    }

    /// One turn, if the database is there.
    void run() {
        thread.run();
    }

    /// Has a change written, and waits for that. Throws what it is refused by, and 503 while the database is away or
    /// full.
    public <T> T write(ChatChange<T> change) {
        return queue.run(change);
    }

    /// Has a change written that nobody waits for. Throws `ProblemException` 503 if too many wait.
    public void put(ChatChange<?> change) {
        var _ = queue.put(change);
    }

    private void turn() {
        if (!isReady) {
            reader.read();
            noted = reader.published();
            isReady = true;
        }
        List<PendingChange<?>> changes = queue.take(BATCH);
        if (changes.isEmpty()) {
            reader.read();
            keepHouse();
        }
        for (; !changes.isEmpty(); changes = queue.take(BATCH)) {
            write(changes);
        }
    }

    private void write(List<PendingChange<?>> changes) {
        long start = nanoTime.getAsLong();
        noted = reader.published();
        try {
            write(changes, ATTEMPTS);
        } catch (RuntimeException | Error failure) {
            changes.forEach(change -> change.fail(failure));
            throw failure;
        }
        try {
            reader.read();
        } finally {
            // What is committed is so, even if it is published a moment later.
            changes.forEach(PendingChange::answer);
            durations.observe((nanoTime.getAsLong() - start) / NANOS);
        }
    }

    // Another server may have held the lock for too long.
    private void write(List<PendingChange<?>> changes, int attempts) {
        try {
            writer.write(changes, noted);
        } catch (DatabaseException failure) {
            if (!failure.isRetryable() || !database.isWritable() || attempts == 1) {
                throw failure;
            }
            write(changes, attempts - 1);
        }
    }

    // Or what was published last would come once more after the next start.
    private void keepHouse() {
        boolean isNews = noted < reader.published();
        if (!isNews && turns++ % EXPIRE_EVERY != 0) {
            return;
        }
        var _ = database.transaction(connection -> {
            if (isNews) {
                var _ = Revisions.take(connection, 0, reader.published());
            }
            for (RowExpiry expiry : expiries) {
                expiry.sweep(connection);
            }
            return true;
        });
        noted = reader.published();
    }

    /// Reads the past.
    public HistoryReader history(LateMarks late) {
        return new HistoryReader(database, reader::mark, reader::before, late, clock);
    }

    /// How many changes wait for the database.
    public int waiting() {
        return queue.size();
    }

    /// The metric of how long that took.
    public MetricSnapshot durations() {
        return durations.collect();
    }

    /// Whether the chat can be read.
    public boolean isReady() {
        return isReady;
    }

    @Override
    public void close() {
        var _ = thread.end();
    }
}
