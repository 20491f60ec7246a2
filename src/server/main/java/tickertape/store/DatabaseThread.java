package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tickertape.web.monitoring.OutageLog;

/// A thread that takes one turn after the other at the database: whenever it is woken, and once a second,
/// because another server may have written something. While the database is away or full it takes none, and may
/// do something else instead.
///
/// That turns fail is logged once, and once that they succeed again; where that repeats itself, as an [OutageLog] does.
public final class DatabaseThread {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final WakeSignal signal;
    private final Runnable turn;
    private final Runnable idle;
    private final OutageLog failures;
    private final ExecutorService thread;
    private volatile boolean isClosed;

    /// What is logged.
    ///
    /// @param waits when turns begin to fail
    /// @param goesOn when they succeed again
    public record Words(Logger log, String waits, String goesOn) {}

    /// @param threads makes a platform thread: a database inside the server uses the processor
    public DatabaseThread(Database database, WakeSignal signal, Runnable turn, Words words, ThreadFactory threads) {
        this(database, signal, turn, () -> {}, words, threads);
    }

    /// The same.
    ///
    /// @param idle is called in place of each turn that is not taken, and must not use the database
    public DatabaseThread(
            Database database, WakeSignal signal, Runnable turn, Runnable idle, Words words, ThreadFactory threads) {
        this.database = database;
        this.signal = signal;
        this.turn = turn;
        this.idle = idle;
        this.failures = new OutageLog(words.log(), database.nanoTime(), words.waits(), words.goesOn());
        this.thread = Executors.newSingleThreadExecutor(threads);
    }

    public void start() {
        thread.execute(() -> {
            while (!isClosed) {
                run();
                await();
            }
        });
    }

    private void await() {
        try {
            signal.await(PAUSE);
        } catch (InterruptedException stopped) {
            isClosed = true;
            Thread.currentThread().interrupt();
        }
    }

    /// One turn; what escapes would end the thread.
    public void run() {
        try {
            failures.update();
            if (database.isWritable()) {
                turn.run();
                failures.succeeded();
            } else {
                idle.run();
            }
        } catch (DatabaseException away) {
            failed(Level.WARNING, String.valueOf(away.getMessage()), null);
        } catch (RuntimeException | Error failure) {
            failed(Level.ERROR, failure.toString(), failure);
        }
    }

    private void failed(Level level, String why, @Nullable Throwable failure) {
        // At the end of the application, the database may go first.
        if (!isClosed) {
            failures.failed(level, why, failure);
        }
    }

    /// Ends the thread without an interrupt: that would make H2 close its file.
    ///
    /// @return false if it has not ended in time
    public boolean end() {
        isClosed = true;
        signal.wake();
        thread.shutdown();
        try {
            return thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
