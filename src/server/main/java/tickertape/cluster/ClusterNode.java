package tickertape.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// This server as one of several: a thread that reads the log, and one that writes to it.
final class ClusterNode implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ClusterNode.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LogReader reader;
    private final LogWriter writer;
    private final ExecutorService threads;

    /// @param threads makes platform threads: a client that waits would hold a processor of the virtual ones
    ClusterNode(LogReader reader, LogWriter writer, ThreadFactory threads) {
        this.reader = reader;
        this.writer = writer;
        this.threads = Executors.newFixedThreadPool(2, threads);
    }

    void start() {
        threads.execute(reader);
        threads.execute(writer);
    }

    /// Ends both, and resigns if this server leads.
    @Override
    public void close() {
        writer.stop();
        reader.stop();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The cluster''s tape is still being read or written");
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
