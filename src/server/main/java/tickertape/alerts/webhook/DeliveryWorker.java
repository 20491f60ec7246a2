package tickertape.alerts.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import tickertape.store.Database;
import tickertape.store.DatabaseException;

/// The one thread between the database and those that send: it notes what has come of what was sent, and gives out what
/// is due. While the database is away, both wait.
final class DeliveryWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    /// How often it looks for what another server has left.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final DeliverySignal signal;
    private final Deliveries deliveries;
    private final Housekeeping housekeeping;
    private final ExecutorService thread;
    private volatile boolean isClosed;
    private boolean isFailing;

    /// @param threads makes a platform thread: a database inside the server uses the processor
    DeliveryWorker(
            Database database,
            DeliverySignal signal,
            Deliveries deliveries,
            Housekeeping housekeeping,
            ThreadFactory threads) {
        this.database = database;
        this.signal = signal;
        this.deliveries = deliveries;
        this.housekeeping = housekeeping;
        this.thread = Executors.newSingleThreadExecutor(threads);
    }

    void start() {
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
    void run() {
        try {
            if (database.available()) {
                deliveries.note();
                housekeeping.run();
                deliveries.begin();
                succeeded();
            }
        } catch (DatabaseException away) {
            failed(Level.WARNING, away);
        } catch (RuntimeException | Error failure) {
            failed(Level.ERROR, failure);
        }
    }

    private void failed(Level level, Throwable failure) {
        // At the end of the application, the database may go first.
        if (!isFailing && !isClosed) {
            isFailing = true;
            LOG.log(level, "Webhooks wait, because what is to be sent can''t be read or written now", failure);
        }
    }

    private void succeeded() {
        if (isFailing) {
            isFailing = false;
            LOG.log(Level.INFO, "Webhooks go on");
        }
    }

    /// Ends the thread without an interrupt: that would make H2 close its file. What is under way is sent again later.
    @Override
    public void close() {
        isClosed = true;
        signal.wake();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The thread of the webhooks does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
