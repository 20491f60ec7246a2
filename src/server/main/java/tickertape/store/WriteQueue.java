package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tickertape.web.monitoring.AggregateLog;
import tickertape.web.monitoring.OutageLog;

/// Rows of one kind that wait for the database, in the order in which they came. Safe for any thread.
///
/// Whoever puts a row never waits. A row replaces the one with the same key that still waits, in its place. When
/// too many wait, the oldest is lost: it is counted, logged, and handed to who made the queue. While the database
/// is away, locked or full, rows stay and are tried again; a row that the database refuses for itself is counted
/// and dropped. A row is forgotten when it outlives a kill, unless its writer says that a commit is enough.
///
/// [WriteQueues] has a thread that calls [#drain].
public final class WriteQueue<T> {

    private static final Logger LOG = System.getLogger(WriteQueue.class.getName());

    /// So many rows are one transaction.
    private static final int BATCH = 2_000;

    private final String name;
    private final int capacity;
    private final Function<? super T, ?> key;
    private final BatchWriter<T> writer;
    private final Consumer<List<T>> lossListener;
    private final Database database;
    private final AggregateLog losses;
    private final OutageLog pauses;
    private final SequencedMap<Object, T> waiting = new LinkedHashMap<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private int inFlight;
    private volatile String failure = "";

    WriteQueue(
            String name,
            int capacity,
            Function<? super T, ?> key,
            BatchWriter<T> writer,
            Consumer<List<T>> lossListener,
            Database database,
            LongSupplier nanoTime) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity %s is not positive".formatted(capacity));
        }
        this.name = name;
        this.capacity = capacity;
        this.key = key;
        this.writer = writer;
        this.lossListener = lossListener;
        this.database = database;
        losses = new AggregateLog(
                LOG,
                Level.WARNING,
                nanoTime,
                "Database: {0} rows of %s lost because %s were waiting, {1} refused".formatted(name, capacity),
                lost::get,
                refused::get);
        pauses = new OutageLog(
                LOG,
                nanoTime,
                "Rows of %s wait, because they can't be written".formatted(name),
                "Rows of %s are written again".formatted(name));
    }

    /// Adds a row without waiting.
    public void put(T row) {
        add(row).ifPresent(oldest -> lose(List.of(oldest)));
    }

    private synchronized Optional<T> add(T row) {
        waiting.put(key.apply(row), row);
        return waiting.size() + inFlight > capacity
                ? Optional.of(waiting.pollFirstEntry().getValue())
                : Optional.empty();
    }

    private void lose(List<T> rows) {
        lost.addAndGet(rows.size());
        lossListener.accept(rows);
    }

    /// Whether rows wait because the database does not take them.
    public boolean isPaused() {
        return !failure.isEmpty() || !database.isWritable();
    }

    /// Why the database did not take the rows that were tried last; empty if it took them, or was not asked.
    String failure() {
        return failure;
    }

    public String name() {
        return name;
    }

    /// How many rows wait, with those that are being written.
    public synchronized int depth() {
        return waiting.size() + inFlight;
    }

    long written() {
        return written.get();
    }

    long lost() {
        return lost.get();
    }

    long refused() {
        return refused.get();
    }

    /// Writes what waits, until nothing is left or the database does not take more. One thread calls it.
    void drain() {
        while (database.isWritable() && writeNext()) {
            losses.update();
        }
        losses.update();
        pauses.update();
    }

    /// Returns whether to go on.
    private boolean writeNext() {
        List<T> batch = take();
        int settled = 0;
        try {
            // Asked now, it speaks of these rows, and of all that came before them.
            settled = writer.isReady() ? write(batch) : 0;
        } finally {
            putBack(batch.subList(settled, batch.size()));
        }
        return !batch.isEmpty() && settled == batch.size();
    }

    /// Returns how many of the rows need not be tried again.
    private int write(List<T> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try {
            database.transaction(connection -> {
                writer.write(connection, rows);
                return true;
            });
            if (writer.isLasting()) {
                database.sync();
            }
            written.addAndGet(rows.size());
            succeeded();
            return rows.size();
        } catch (DatabaseException e) {
            if (e.isRetryable()) {
                failed(e);
                return 0;
            }
            return writeSingly(rows, e);
        } catch (RuntimeException | Error e) {
            return writeSingly(rows, e);
        }
    }

    // One bad row must not hold up the others.
    private int writeSingly(List<T> rows, Throwable failure) {
        if (rows.size() == 1) {
            refused.incrementAndGet();
            LOG.log(Level.DEBUG, () -> "The database refused %s".formatted(rows), failure);
            // It answers, and nothing waits for it because of this row.
            succeeded();
            lossListener.accept(rows);
            return 1;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (write(rows.subList(i, i + 1)) == 0) {
                return i;
            }
        }
        return rows.size();
    }

    // Of a database that is away or full, the log tells already.
    private void failed(DatabaseException cause) {
        String message = String.valueOf(cause.getMessage());
        if (failure.isEmpty() && database.isWritable()) {
            pauses.failed(message);
        }
        failure = message;
    }

    private void succeeded() {
        failure = "";
        pauses.succeeded();
    }

    private synchronized List<T> take() {
        List<T> batch = new ArrayList<>();
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.pollFirstEntry().getValue());
        }
        inFlight = batch.size();
        return batch;
    }

    // To the front, in their order, unless a newer row with the same key has come.
    private void putBack(List<T> rows) {
        List<T> surplus = new ArrayList<>();
        synchronized (this) {
            inFlight = 0;
            for (T row : rows.reversed()) {
                Object itsKey = key.apply(row);
                T newer = waiting.get(itsKey);
                waiting.putFirst(itsKey, newer == null ? row : newer);
            }
            while (waiting.size() > capacity) {
                surplus.add(waiting.pollFirstEntry().getValue());
            }
        }
        if (!surplus.isEmpty()) {
            lose(surplus);
        }
    }
}
