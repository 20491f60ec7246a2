package it.feeding;

import it.Patience;
import it.fault.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic of a broker: what a test puts there, and what lies there. Safe for any thread.
final class KafkaTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaBroker broker;
    private final String name;
    private final KafkaProducer<String, String> producer;

    /// @param name of a topic that is there
    KafkaTopic(KafkaBroker broker, String name) {
        this.broker = broker;
        this.name = name;
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.address(),
                // While the broker is away, what is put waits.
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(Patience.LONG.toMillis()),
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                // The server must find the library for it.
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd");
        producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    /// Makes one with so many partitions.
    static KafkaTopic create(KafkaBroker broker, String name, int partitions) {
        broker.createTopic(name, partitions);
        return new KafkaTopic(broker, name);
    }

    /// Puts a record into the partition of a key, without waiting.
    void put(String key, String line) {
        var _ = producer.send(new ProducerRecord<>(name, key, line));
    }

    /// Puts a trade of size 1.
    void trade(String symbol, String price) {
        put(symbol, FeedPost.trade(symbol, price, "1"));
    }

    /// Waits until everything has arrived.
    void flush() {
        producer.flush();
    }

    /// All records that lie there by now.
    List<ConsumerRecord<String, String>> records() {
        Map<String, Object> properties = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            Set<TopicPartition> partitions = Set.copyOf(consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /// The headers of a record.
    static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
