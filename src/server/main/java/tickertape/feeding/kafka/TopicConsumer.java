package tickertape.feeding.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads all partitions of a topic by one client, from where they were left. One thread uses it.
final class TopicConsumer {

    private static final Logger LOG = System.getLogger(TopicConsumer.class.getName());

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOKING = Duration.ofSeconds(10);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final PartitionReaders readers;
    private final LongSupplier nanoTime;
    private final BrokerPulse pulse;
    private Set<TopicPartition> partitions = Set.of();
    private long looked;

    /// @param nanoTime a monotonic clock
    TopicConsumer(String topic, Consumer<byte[], byte[]> consumer, PartitionReaders readers, LongSupplier nanoTime) {
        this.topic = topic;
        this.consumer = consumer;
        this.readers = readers;
        this.nanoTime = nanoTime;
        pulse = new BrokerPulse(consumer, nanoTime);
    }

    /// Finds the partitions, and where to go on. Throws `KafkaException` when no broker answers, or there is no such
    /// topic.
    ///
    /// @param stored where to go on, by partition, if that was kept
    /// @param begin where to begin if nothing was
    void begin(Map<Integer, Long> stored, KafkaSettings.Begin begin) {
        Set<TopicPartition> found = find();
        if (found.isEmpty()) {
            throw new KafkaException("there is no topic %s".formatted(topic));
        }
        boolean first = stored.isEmpty() && !readers.haveBegun();
        Map<TopicPartition, Long> unknown = new HashMap<>(
                first && begin == KafkaSettings.Begin.LATEST
                        ? consumer.endOffsets(found, KafkaClients.PATIENCE)
                        : consumer.beginningOffsets(found, KafkaClients.PATIENCE));
        unknown.replaceAll((partition, offset) -> stored.getOrDefault(partition.partition(), offset));
        assign(found, unknown);
        // Asking took its time.
        var _ = pulse.beats(true);
        LOG.log(Level.INFO, "Reading the topic {0}: {1} partitions", topic, Integer.toString(found.size()));
    }

    /// Takes what has come, and waits a moment where nothing has.
    ///
    /// @return whether brokers answer
    boolean read() throws InterruptedException {
        boolean news = false;
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            news = !records.isEmpty();
            for (TopicPartition partition : records.partitions()) {
                PartitionReader reader = readers.of(partition.partition());
                for (ConsumerRecord<byte[], byte[]> next : records.records(partition)) {
                    reader.take(next);
                }
            }
            advance();
        } catch (OffsetOutOfRangeException gone) {
            skip(gone.offsetOutOfRangePartitions());
        }
        look();
        return pulse.beats(news);
    }

    /// How many records have not been read yet, as far as the brokers have told.
    long lag() {
        return partitions.stream()
                .map(consumer::currentLag)
                .mapToLong(lag -> Math.max(0, lag.orElse(0)))
                .sum();
    }

    private Set<TopicPartition> find() {
        @Nullable List<PartitionInfo> infos = consumer.partitionsFor(topic, KafkaClients.PATIENCE);
        List<TopicPartition> found = new ArrayList<>();
        if (infos != null) {
            infos.forEach(info -> found.add(new TopicPartition(topic, info.partition())));
        }
        return Set.copyOf(found);
    }

    private void assign(Set<TopicPartition> found, Map<TopicPartition, Long> offsets) {
        partitions = found;
        consumer.assign(found);
        for (TopicPartition partition : found) {
            PartitionReader reader = readers.begin(partition.partition(), offsets.getOrDefault(partition, 0L));
            consumer.seek(partition, reader.progress().position());
        }
        looked = nanoTime.getAsLong();
    }

    // Records of transactions' ends and of aborted ones are passed over without a word.
    private void advance() {
        for (TopicPartition partition : partitions) {
            PartitionProgress progress = readers.of(partition.partition()).progress();
            progress.advance(Math.max(progress.position(), consumer.position(partition)));
        }
    }

    // The brokers have deleted what is too old, or the topic was made anew.
    private void skip(Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(wanted.keySet(), KafkaClients.PATIENCE);
        oldest.forEach((partition, offset) -> {
            readers.of(partition.partition()).skipTo(offset);
            consumer.seek(partition, offset);
            LOG.log(
                    Level.WARNING,
                    "The topic {0} has no record {1} in partition {2} any more: going on with {3}",
                    topic,
                    String.valueOf(wanted.get(partition)),
                    Integer.toString(partition.partition()),
                    Long.toString(offset));
        });
    }

    // What is in a partition that was added since is all new.
    private void look() {
        if (nanoTime.getAsLong() - looked < LOOKING.toNanos()) {
            return;
        }
        looked = nanoTime.getAsLong();
        try {
            Set<TopicPartition> found = find();
            if (found.size() > partitions.size()) {
                assign(found, consumer.beginningOffsets(found, KafkaClients.PATIENCE));
            }
        } catch (TimeoutException away) {
            LOG.log(Level.DEBUG, "No broker tells of partitions", away);
        }
    }
}
