package tickertape.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import tickertape.web.monitoring.OutageLog;

/// Claims the lead when the log is silent, and writes what the outbox has as long as that lasts. One thread runs it.
final class LogWriter implements Runnable {

    private static final Logger LOG = System.getLogger(LogWriter.class.getName());

    private static final Duration TURN = Duration.ofMillis(100);

    /// So often a server that leads says so.
    private static final Duration BEAT = Duration.ofMillis(500);

    private static final Duration CLOSING = Duration.ofMillis(500);
    private static final int LONGEST_PATIENCE_MILLIS = 500;

    private final String topic;
    private final String node;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Election election;
    private final Outbox outbox;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final OutageLog outages;
    private volatile boolean stopped;
    private @Nullable Producer<byte[], byte[]> producer;
    private long written;
    private Duration patience;

    /// @param producers makes clients that write transactions
    /// @param nanoTime a monotonic clock
    LogWriter(
            ClusterSettings.Options options,
            Supplier<Producer<byte[], byte[]>> producers,
            Election election,
            Outbox outbox,
            RandomGenerator random,
            LongSupplier nanoTime) {
        this.topic = options.topic();
        this.node = options.node();
        this.producers = producers;
        this.election = election;
        this.outbox = outbox;
        this.random = random;
        this.nanoTime = nanoTime;
        patience = nextPatience();
        outages = new OutageLog(
                LOG,
                nanoTime,
                "This server can't write to the cluster's tape %s".formatted(topic),
                "This server can write to the cluster's tape %s again".formatted(topic));
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                turn();
            }
            resign();
        } catch (InterruptedException ended) {
            LOG.log(Level.DEBUG, "Writing was stopped", ended);
        } finally {
            close();
        }
    }

    /// Does what is due. Whatever fails costs the lead: what is on its way, nobody knows.
    void turn() throws InterruptedException {
        List<LogEntry> entries = outbox.take(TURN);
        try {
            if (election.holds() == 0) {
                outbox.clear(entries);
                close();
                if (election.isOpen(patience)) {
                    patience = nextPatience();
                    claim();
                }
            } else if (!entries.isEmpty()) {
                write(entries);
            } else if (nanoTime.getAsLong() - written >= BEAT.toNanos()) {
                write(List.of(LogEntry.beat(election.holds())));
            }
        } catch (KafkaException failure) {
            if (isFenced(failure)) {
                LOG.log(Level.INFO, "Another server has taken the lead");
            } else {
                outages.failed(String.valueOf(failure.getMessage()));
            }
            abandon(entries);
        } catch (RuntimeException | Error failure) {
            outages.failed(Level.ERROR, failure.toString(), failure);
            abandon(entries);
        }
    }

    // The client tells of it at once, or of the state that it is in since.
    private static boolean isFenced(KafkaException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException);
    }

    private Duration nextPatience() {
        return Duration.ofMillis(random.nextInt(LONGEST_PATIENCE_MILLIS));
    }

    private void claim() {
        producer = producers.get();
        producer.initTransactions();
        long claim = random.nextLong(1, Long.MAX_VALUE);
        election.claim(claim);
        write(List.of(LogEntry.claim(claim, node)));
    }

    private void write(List<LogEntry> entries) {
        Producer<byte[], byte[]> current = producer;
        long claim = election.holds();
        if (current == null || claim == 0) {
            return;
        }
        long begun = nanoTime.getAsLong();
        current.beginTransaction();
        for (LogEntry entry : entries) {
            for (byte[] part : RecordParts.of(entry.encoded())) {
                var _ = current.send(new ProducerRecord<>(topic, 0, null, part));
            }
        }
        current.commitTransaction();
        election.confirm(claim, begun);
        written = nanoTime.getAsLong();
        outages.succeeded();
    }

    // So that the next one need not wait for silence.
    private void resign() {
        try {
            long claim = election.holds();
            election.abandon();
            Producer<byte[], byte[]> current = producer;
            if (claim != 0 && current != null) {
                current.beginTransaction();
                var _ = current.send(new ProducerRecord<>(
                        topic,
                        0,
                        null,
                        RecordParts.of(LogEntry.resignation(claim).encoded()).getFirst()));
                current.commitTransaction();
            }
        } catch (KafkaException away) {
            LOG.log(Level.DEBUG, "The others find out by the silence", away);
        }
    }

    private void abandon(List<LogEntry> entries) {
        election.abandon();
        outbox.clear(entries);
        close();
    }

    private void close() {
        if (producer != null) {
            try {
                producer.close(CLOSING);
            } catch (KafkaException failure) {
                LOG.log(Level.DEBUG, "A client did not close in order", failure);
            }
            producer = null;
        }
    }

    /// Asks it to end.
    void stop() {
        stopped = true;
    }
}
