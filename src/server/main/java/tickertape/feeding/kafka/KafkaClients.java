package tickertape.feeding.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Makes clients of the brokers in the settings. What the file of properties says counts more than what is said here,
/// but for what the reading of the topic is built on.
record KafkaClients(KafkaSettings.Options options) {

    private static final int CONSUMER_BYTES = 8 << 20;
    private static final int PRODUCER_BYTES = 4 << 20;
    private static final int RECORDS = 2_000;

    /// How long a request to a broker may take.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration METADATA_AGE = Duration.ofSeconds(30);
    private static final Duration RECONNECTING = Duration.ofSeconds(2);
    private static final Duration BLOCKING = Duration.ofSeconds(1);
    private static final Duration DELIVERY = Duration.ofSeconds(20);

    /// Throws `IllegalArgumentException` when no clients can be made of the settings.
    void check() {
        try {
            var _ = new ConsumerConfig(consumerProperties());
        } catch (ConfigException bad) {
            throw new IllegalArgumentException("feed.kafka.properties: " + bad.getMessage(), bad);
        }
    }

    /// Reads; it belongs to no group, as each server reads all of the topic.
    Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerProperties());
    }

    /// Writes dead letters.
    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(producerProperties());
    }

    private Map<String, Object> consumerProperties() {
        Map<String, Object> properties = common();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, CONSUMER_BYTES);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(PATIENCE));
        properties.putAll(options.more());
        fix(properties);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return properties;
    }

    private Map<String, Object> producerProperties() {
        Map<String, Object> properties = common();
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) PRODUCER_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis(BLOCKING));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(DELIVERY));
        properties.putAll(options.more());
        fix(properties);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    private static Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "tickertape");
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(PATIENCE));
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, (long) millis(METADATA_AGE));
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, (long) millis(RECONNECTING));
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    private void fix(Map<String, Object> properties) {
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", options.servers()));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
