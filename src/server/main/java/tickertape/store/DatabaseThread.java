package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A thread that takes one turn after the other at the database: whenever it is woken, and once a second, because
/// another server may have written something. While the database is away or full it takes none.
///
/// That turns fail is logged once, and once that they succeed again.
public final class DatabaseThread {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final WakeSignal signal;
    private final Runnable turn;
    private final Words words;
    private final ExecutorService thread;
    private volatile boolean isClosed;
    private boolean isFailing;

    /// What is logged.
    ///
    /// @param waits when turns begin to fail
    /// @param goesOn when they succeed again
    public record Words(Logger log, String waits, String goesOn) {}

    /// @param threads makes a platform thread: a database inside the server uses the processor
    public DatabaseThread(Database database, WakeSignal signal, Runnable turn, Words words, ThreadFactory threads) {
        this.database = database;
        this.signal = signal;
        this.turn = turn;
        this.words = words;
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
            if (database.isWritable()) {
                turn.run();
                succeeded();
            }
        } catch (DatabaseException away) {
            failed(Level.WARNING, "%s: %s".formatted(words.waits(), away.getMessage()), null);
        } catch (RuntimeException | Error failure) {
            failed(Level.ERROR, words.waits(), failure);
        }
    }

    private void failed(Level level, String message, @Nullable Throwable failure) {
        // At the end of the application, the database may go first.
        if (!isFailing && !isClosed) {
            isFailing = true;
            words.log().log(level, message, failure);
        }
    }

    private void succeeded() {
        if (isFailing) {
            isFailing = false;
            words.log().log(Level.INFO, words.goesOn());
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
