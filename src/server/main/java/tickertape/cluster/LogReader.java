package tickertape.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import tickertape.web.monitoring.OutageLog;

/// Reads the log, with one client after the other, as each lasts until something fails that it does not get over.
final class LogReader implements Runnable {

    private static final Logger LOG = System.getLogger(LogReader.class.getName());
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofMillis(500);

    private final ClusterClients clients;
    private final TopicPartition partition;
    private final LogApplier applier;
    private final Election election;
    private final CatchUp catchUp;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final OutageLog outages;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> reading;
    private @Nullable Uuid topic;
    private long next;
    private long oldest;

    /// @param nanoTime a monotonic clock
    LogReader(
            ClusterClients clients,
            LogApplier applier,
            Election election,
            CatchUp catchUp,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.clients = clients;
        this.applier = applier;
        this.election = election;
        this.catchUp = catchUp;
        this.clock = clock;
        this.nanoTime = nanoTime;
        String name = clients.options().topic();
        partition = new TopicPartition(name, 0);
        outages = new OutageLog(
                LOG,
                nanoTime,
                "This server is cut off from the cluster's tape %s".formatted(name),
                "This server has the cluster's tape %s again".formatted(name));
    }

    @Override
    public void run() {
        try {
            do {
                attempt();
                election.listen(false);
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            LOG.log(Level.DEBUG, "Reading was stopped", stopped);
        }
    }

    // Whatever escapes would end the thread.
    private void attempt() throws InterruptedException {
        try (var watch = new TopicWatch(clients.admin(), partition.topic(), nanoTime)) {
            read(watch);
        } catch (WakeupException | InterruptException stopped) {
            if (stop.getCount() > 0) {
                outages.failed(Level.ERROR, stopped.toString(), stopped);
            }
        } catch (KafkaException away) {
            note(String.valueOf(away.getMessage()));
        } catch (RuntimeException | Error failure) {
            // What can't be applied would be missing for ever: begin anew with a snapshot.
            topic = null;
            outages.failed(Level.ERROR, failure.toString(), failure);
        } finally {
            catchUp.close();
        }
    }

    private void read(TopicWatch watch) throws InterruptedException {
        Uuid found = watch.find();
        Consumer<byte[], byte[]> consumer = clients.consumer();
        try {
            reading = consumer;
            consumer.assign(List.of(partition));
            begin(consumer, found);
            catchUp.open();
            while (stop.getCount() > 0) {
                poll(consumer);
                watch.look(found);
                note("nothing comes from " + String.join(", ", clients.options().servers()));
            }
        } catch (LogTruncationException lost) {
            applier.refuse();
            topic = null;
            throw lost;
        } finally {
            reading = null;
            close(consumer);
        }
    }

    private void begin(Consumer<byte[], byte[]> consumer, Uuid found) {
        if (!found.equals(topic) || !has(consumer, next)) {
            topic = null;
            applier.restart();
            oldest = first(consumer);
            next = oldest;
            topic = found;
        }
        applier.jumped();
        consumer.seek(partition, next);
    }

    // Else it was away for too long, or the brokers have lost the end of the log.
    private boolean has(Consumer<byte[], byte[]> consumer, long place) {
        if (place > end(consumer)) {
            applier.refuse();
            return false;
        }
        return place
                >= consumer.beginningOffsets(List.of(partition), ClusterClients.PATIENCE)
                        .getOrDefault(partition, 0L);
    }

    // A topic that keeps more than it needs to would take long to read.
    private long first(Consumer<byte[], byte[]> consumer) {
        long begin = clock.millis() - TopicWatch.RETENTION.toMillis();
        OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, begin), ClusterClients.PATIENCE)
                .get(partition);
        return found == null ? end(consumer) : found.offset();
    }

    private long end(Consumer<byte[], byte[]> consumer) {
        return consumer.endOffsets(List.of(partition), ClusterClients.PATIENCE).getOrDefault(partition, 0L);
    }

    private void poll(Consumer<byte[], byte[]> consumer) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
            OptionalLong jump = applier.take(record.value(), record.offset(), oldest);
            if (jump.isPresent()) {
                applier.jumped();
                next = jump.getAsLong();
                consumer.seek(partition, next);
                return;
            }
            // Another client would read the parts of an entry from the first one on.
            next = applier.isWhole() ? record.offset() + 1 : next;
        }
        // Also behind the ends of transactions, which are no records.
        next = applier.isWhole() ? consumer.position(partition) : next;
        OptionalLong lag = consumer.currentLag(partition);
        election.listen(lag.isPresent() && lag.getAsLong() <= 0);
        applier.prepare(next);
        catchUp.look(() -> end(consumer));
        catchUp.reached(next);
    }

    // A server that leads says something each second, so silence is an outage, whatever the client knows of it.
    private void note(String why) {
        if (election.inTouch()) {
            outages.succeeded();
        } else if (election.isAbandoned()) {
            outages.failed(why);
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

    /// Asks it to end.
    void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> current = reading;
        if (current != null) {
            current.wakeup();
        }
    }
}
