package tickertape.feeding.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.BadLineException;
import tickertape.web.monitoring.OutageLog;

/// Puts records that are no good into a topic of their own, with what is wrong with them. One thread sends.
///
/// Prices wait for it only while it works: after a failure, nothing is sent for a while, and what comes meanwhile is
/// counted as lost.
final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeadLetters.class.getName());

    /// How long nothing is sent after a failure.
    static final Duration PAUSE = Duration.ofSeconds(30);

    /// Brokers take no more than a megabyte with headers, if they are not set otherwise.
    static final int LONGEST = 900_000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final KafkaMetrics metrics;
    private final LongSupplier nanoTime;
    private final OutageLog outages;
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean failing;
    private long failed;
    private boolean closed;

    /// @param producers makes a client, when the first record is no good
    /// @param nanoTime a monotonic clock
    DeadLetters(
            String topic, Supplier<Producer<byte[], byte[]>> producers, KafkaMetrics metrics, LongSupplier nanoTime) {
        this.topic = topic;
        this.producers = producers;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        outages = new OutageLog(
                LOG,
                nanoTime,
                "Bad records are not kept in the topic %s".formatted(topic),
                "Bad records are kept in the topic %s again".formatted(topic));
    }

    /// Sends a record. Its partition's progress waits until it has arrived, or is lost.
    void send(ConsumerRecord<byte[], byte[]> bad, BadLineException fault, PartitionProgress progress) {
        if (pauses()) {
            metrics.loseLetter();
            return;
        }
        long offset = bad.offset();
        progress.post(offset);
        try {
            var _ = producer().send(letter(bad, fault), (_, failure) -> settle(progress, offset, failure));
        } catch (InterruptException stopped) {
            // Not settled: it is sent after the restart.
            throw stopped;
        } catch (KafkaException failure) {
            settle(progress, offset, failure);
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> bad, BadLineException fault) {
        byte[] value = bad.value();
        boolean cut = value.length > LONGEST;
        var letter = new ProducerRecord<>(topic, bad.key(), cut ? Arrays.copyOf(value, LONGEST) : value);
        Headers headers = letter.headers();
        bad.headers().forEach(headers::add);
        add(headers, "reason", fault.reason().toString());
        add(headers, "fault", fault.fault());
        add(headers, "topic", bad.topic());
        add(headers, "partition", Integer.toString(bad.partition()));
        add(headers, "offset", Long.toString(bad.offset()));
        if (cut) {
            add(headers, "length", Integer.toString(value.length));
        }
        return letter;
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized boolean pauses() {
        return failing && nanoTime.getAsLong() - failed < PAUSE.toNanos();
    }

    // Called by the client's thread, too.
    private synchronized void settle(PartitionProgress progress, long offset, @Nullable Exception failure) {
        if (failure == null) {
            failing = false;
            outages.succeeded();
            metrics.keepLetter();
            progress.settle(offset);
        } else if (!closed) {
            failing = true;
            failed = nanoTime.getAsLong();
            outages.failed(String.valueOf(failure.getMessage()));
            metrics.loseLetter();
            progress.settle(offset);
        }
    }

    /// Waits a little for what is on its way; what has not arrived by then is sent after the restart.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        if (producer != null) {
            try {
                producer.close(PATIENCE);
            } catch (KafkaException failure) {
                LOG.log(Level.DEBUG, "A client did not close in order", failure);
            }
        }
    }
}
