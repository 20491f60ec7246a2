package it.cluster;

import it.fault.KafkaBroker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What lies in the topic of a cluster, past its servers.
///
/// @param entries in their order
record RawLog(List<Entry> entries) {

    private static final TopicPartition PARTITION = new TopicPartition("tickertape-tape", 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FIRST = 1;
    private static final int CLAIM = 0;

    /// One entry.
    ///
    /// @param kind 0 for a claim
    record Entry(int kind, long claim) {

        boolean isClaim() {
            return kind == CLAIM;
        }

        private static Entry of(byte[] record) {
            var in = ByteBuffer.wrap(record, 2, record.length - 2);
            return new Entry(in.get(), in.getLong());
        }
    }

    static RawLog of(KafkaBroker broker) {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.address(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            var entries = new ArrayList<Entry>();
            while (consumer.position(PARTITION) < end) {
                StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                        .filter(record -> (record.value()[0] & FIRST) != 0)
                        .map(record -> Entry.of(record.value()))
                        .forEach(entries::add);
            }
            return new RawLog(List.copyOf(entries));
        }
    }

    /// How many servers have led, one after the other.
    long terms() {
        return entries.stream().filter(Entry::isClaim).count();
    }

    /// Whether each entry was written by who led at that time.
    boolean isOfLeadersOnly() {
        long leader = 0;
        for (Entry entry : entries) {
            leader = entry.isClaim() ? entry.claim() : leader;
            if (entry.claim() != leader) {
                return false;
            }
        }
        return true;
    }
}
