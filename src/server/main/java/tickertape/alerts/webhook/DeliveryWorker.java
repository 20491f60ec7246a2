package tickertape.alerts.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;
import tickertape.store.Database;
import tickertape.store.DatabaseThread;
import tickertape.store.WakeSignal;

/// The one thread between the database and those that send: it notes what has come of what was sent, and gives out what
/// is due. While the database is away, both wait.
final class DeliveryWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    private static final DatabaseThread.Words WORDS = new DatabaseThread.Words(
            LOG, "Webhooks wait, because what is to be sent cannot be read or written now", "Webhooks go on");

    private final Deliveries deliveries;
    private final Housekeeping housekeeping;
    private final DatabaseThread thread;

    /// @param threads makes a platform thread
    DeliveryWorker(
            Database database,
            WakeSignal signal,
            Deliveries deliveries,
            Housekeeping housekeeping,
            ThreadFactory threads) {
        this.deliveries = deliveries;
        this.housekeeping = housekeeping;
        thread = new DatabaseThread(database, signal, this::turn, WORDS, threads);
    }

    void start() {
        thread.start();
    }

    /// One turn, if the database is there.
    void run() {
        thread.run();
    }

    private void turn() {
        deliveries.note();
        housekeeping.run();
        deliveries.begin();
    }

    /// What is under way is sent again later.
    @Override
    public void close() {
        if (!thread.end()) {
            LOG.log(Level.WARNING, "The thread of the webhooks does not end");
        }
    }
}
