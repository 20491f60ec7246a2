package tickertape.feeding.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import tickertape.store.DatabaseException;
import tickertape.web.monitoring.OutageLog;

/// The thread that reads a topic: one client after the other, as each lasts until something fails that it does not get
/// over. What the market has taken is kept, so that the next start goes on behind it.
final class TopicReader implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TopicReader.class.getName());

    /// From a failure to the next attempt.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// So old is what is kept: by then, the bars of it are in the database too. Otherwise a kill would lose trades.
    static final Duration SETTLING = Duration.ofSeconds(2);

    /// So many reasons are told of one outage.
    private static final int REASONS = 5;

    private static final Duration CLOSING = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaSettings.Options options;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final PartitionReaders readers;
    private final OffsetStore offsets;
    private final @Nullable DeadLetters letters;
    private final KafkaMetrics metrics;
    private final LongSupplier nanoTime;
    private final OutageLog outages;
    private final Set<String> reasons = new HashSet<>();
    private final ExecutorService thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> reading;
    private Map<Integer, Long> settling = Map.of();
    private long settlingSince;
    private boolean closed;

    /// @param consumers makes clients
    /// @param letters where records go that are no good
    /// @param threads makes a platform thread: a client that waits would hold a processor of the virtual ones
    /// @param nanoTime a monotonic clock
    TopicReader(
            KafkaSettings.Options options,
            Supplier<Consumer<byte[], byte[]>> consumers,
            PartitionReaders readers,
            OffsetStore offsets,
            @Nullable DeadLetters letters,
            KafkaMetrics metrics,
            ThreadFactory threads,
            LongSupplier nanoTime) {
        this.options = options;
        this.consumers = consumers;
        this.readers = readers;
        this.offsets = offsets;
        this.letters = letters;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        thread = Executors.newSingleThreadExecutor(threads);
        outages = new OutageLog(
                LOG,
                nanoTime,
                "The topic %s is not read".formatted(options.topic()),
                "The topic %s is read again".formatted(options.topic()));
    }

    void start() {
        thread.execute(this::run);
    }

    private void run() {
        try {
            do {
                attempt();
                metrics.setConnected(false);
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            LOG.log(Level.DEBUG, "Reading was stopped", stopped);
        } finally {
            metrics.setConnected(false);
            if (letters != null) {
                letters.close();
            }
        }
    }

    // Whatever escapes would end the thread.
    private void attempt() throws InterruptedException {
        try {
            read();
        } catch (WakeupException | InterruptException stopped) {
            requireStop(stopped);
        } catch (TimeoutException away) {
            failed(unanswered());
        } catch (KafkaException | DatabaseException away) {
            failed(reason(away));
        } catch (RuntimeException | Error failure) {
            outages.failed(Level.ERROR, failure.toString(), failure);
        }
    }

    private void requireStop(KafkaException stopped) throws InterruptedException {
        if (stop.getCount() > 0) {
            outages.failed(Level.ERROR, stopped.toString(), stopped);
        } else {
            throw new InterruptedException();
        }
    }

    private void read() throws InterruptedException {
        boolean first = !readers.haveBegun();
        Map<Integer, Long> stored = first ? offsets.read() : Map.of();
        Consumer<byte[], byte[]> consumer = consumers.get();
        try {
            reading = consumer;
            var topic = new TopicConsumer(options.topic(), consumer, readers, nanoTime);
            topic.begin(stored, options.begin());
            if (first) {
                offsets.put(readers.done());
            }
            while (stop.getCount() > 0) {
                note(topic.read(), topic.lag());
                keep();
            }
        } finally {
            reading = null;
            close(consumer);
        }
    }

    private void note(boolean answered, long lag) {
        metrics.setConnected(answered);
        metrics.setLag(lag);
        if (answered) {
            outages.succeeded();
            reasons.clear();
        } else {
            failed(unanswered());
        }
    }

    // The first reason need not be the one that is left: a broker comes back, but lacks the topic.
    private void failed(String why) {
        boolean first = reasons.isEmpty();
        if (reasons.size() < REASONS && reasons.add(why) && !first) {
            LOG.log(Level.WARNING, "The topic {0} is still not read: {1}", options.topic(), why);
        }
        outages.failed(why);
    }

    private String unanswered() {
        return "no broker answers at " + String.join(", ", options.servers());
    }

    private void keep() {
        long now = nanoTime.getAsLong();
        if (now - settlingSince >= SETTLING.toNanos()) {
            offsets.put(settling);
            settling = readers.done();
            settlingSince = now;
        }
    }

    private static void close(Consumer<byte[], byte[]> consumer) {
        // The client would not close in order. What comes next looks whether to stop.
        var _ = Thread.interrupted();
        try {
            consumer.close(CloseOptions.timeout(CLOSING));
        } catch (KafkaException failure) {
            LOG.log(Level.DEBUG, "A client did not close in order", failure);
        }
    }

    // The client wraps what is of use.
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /// Ends the thread, and has written up to where all has been dealt with. To be called when the last tick has been
    /// confirmed.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop.countDown();
        Consumer<byte[], byte[]> current = reading;
        if (current != null) {
            current.wakeup();
        }
        // It may wait for room in the queue.
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The topic {0} is still being read", options.topic());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        offsets.put(readers.done());
    }
}
