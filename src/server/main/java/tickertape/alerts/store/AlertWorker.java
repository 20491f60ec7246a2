package tickertape.alerts.store;

import jakarta.json.bind.Jsonb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tickertape.alerts.engine.AlertEngine;
import tickertape.alerts.engine.Findings;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.DatabaseThread;
import tickertape.store.WakeSignal;

/// The one thread between engine, database and tape: it writes what the engine has found, then reads and publishes what
/// is new. While the database is away, what the engine has found waits.
public final class AlertWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AlertWorker.class.getName());

    private static final DatabaseThread.Words WORDS = new DatabaseThread.Words(
            LOG, "Alerts wait, because they cannot be written or read now", "Alerts are written and read again");

    private static final Duration KEPT_DELETED = Duration.ofHours(1);
    private static final int PURGE_EVERY = 600;
    private static final int BATCH = 2_000;

    /// So many firings wait for the database; what more would fire goes on waiting in the engine.
    private static final int CAPACITY = 100_000;

    private final Database database;
    private final AlertEngine engine;
    private final AlertTerm term;
    private final ChangeQueue queue;
    private final ChangeWriter writer;
    private final AlertReader reader;
    private final PastLoader past;
    private final InstantSource clock;
    private final WakeSignal signal;
    private final DatabaseThread thread;
    private final AtomicLong fired = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean isReady;
    private int rounds;

    /// @param signal that the queue gives
    /// @param threads makes a platform thread
    AlertWorker(
            Database database,
            AlertEngine engine,
            AlertTerm term,
            WakeSignal signal,
            ChangeQueue queue,
            ChangeWriter writer,
            AlertReader reader,
            PastLoader past,
            InstantSource clock,
            ThreadFactory threads) {
        this.database = database;
        this.engine = engine;
        this.term = term;
        this.signal = signal;
        this.queue = queue;
        this.writer = writer;
        this.reader = reader;
        this.past = past;
        this.clock = clock;
        this.thread = new DatabaseThread(database, signal, this::turn, WORDS, threads);
    }

    /// Makes one with a queue of its own.
    ///
    /// @param others what lies on a tape that several servers share; empty where a server is alone
    /// @param kept how many firings of an owner are kept
    public static AlertWorker of(
            Database database,
            AlertEngine engine,
            AlertPublisher publisher,
            AlertTerm term,
            Optional<PublishedAlerts> others,
            PastLoader past,
            Jsonb jsonb,
            InstantSource clock,
            LongSupplier nanoTime,
            ThreadFactory threads,
            FiringListener listener,
            int kept) {
        var signal = new WakeSignal();
        return new AlertWorker(
                database,
                engine,
                term,
                signal,
                new ChangeQueue(CAPACITY, signal),
                new ChangeWriter(database, jsonb, term, clock, listener),
                new AlertReader(database, engine, publisher, term, others, clock, nanoTime, kept),
                past,
                clock,
                threads);
    }

    public void start() {
        thread.start();
    }

    /// One turn, if the database is there.
    void run() {
        thread.run();
    }

    private void turn() {
        if (!term.isCurrent()) {
            // What it has found while it led is so all the same, and fires if it has not fired meanwhile.
            while (queue.isWaiting()) {
                write();
            }
            return;
        }
        if (!reader.isComplete()) {
            reader.read();
            isReady = true;
        }
        do {
            write();
            reader.read();
        } while (queue.isWaiting());
        past.load();
        if (rounds++ % PURGE_EVERY == 0) {
            var _ = database.transaction(connection -> {
                AlertTable.purge(connection, clock.instant().minus(KEPT_DELETED));
                return true;
            });
        }
    }

    private void write() {
        List<Change> changes = queue.take(BATCH);
        int settled = 0;
        try {
            settled = write(changes);
        } finally {
            queue.giveBack(changes.subList(settled, changes.size()));
        }
    }

    /// @return how many need not be tried again
    private int write(List<Change> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        try {
            var stale = writer.write(changes);
            fired.addAndGet(
                    changes.stream().filter(Change.Fire.class::isInstance).count() - stale.size());
            reader.readAgain(stale);
            return changes.size();
        } catch (DatabaseException e) {
            if (e.isRetryable()) {
                throw e;
            }
            return writeSingly(changes, e);
        }
    }

    // One bad row must not hold up the others.
    private int writeSingly(List<Change> changes, DatabaseException failure) {
        if (changes.size() == 1) {
            refused.incrementAndGet();
            LOG.log(Level.ERROR, "The database refused %s".formatted(changes), failure);
            return 1;
        }
        changes.forEach(change -> write(List.of(change)));
        return changes.size();
    }

    /// How many hits there is room for.
    public int room() {
        return queue.room();
    }

    /// To be called before each tick that the engine takes, by the thread that has them: in a new term, another server
    /// may have fired what the engine knows, and all begins as after a restart.
    public void begin() {
        if (term.begin()) {
            engine.clear();
            signal.wake();
        }
    }

    /// Takes what a tick has brought, without waiting.
    public void put(Findings findings) {
        queue.add(findings, term.number());
    }

    /// Has it look at once for what is new.
    public void wake() {
        signal.wake();
    }

    /// How many changes wait for the database.
    public int waiting() {
        return queue.size();
    }

    /// How many alerts have fired.
    public long fired() {
        return fired.get();
    }

    /// How many changes the database has refused for themselves.
    public long refused() {
        return refused.get();
    }

    /// Whether the alerts of before are there, and this server watches them.
    public boolean isReady() {
        return isReady && term.isCurrent();
    }

    @Override
    public void close() {
        if (!thread.end()) {
            LOG.log(Level.WARNING, "{0} changes of alerts were not written before the end", queue.size());
        }
    }
}
