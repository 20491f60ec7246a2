package tickertape.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
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
/// but for what the cluster is built on.
record ClusterClients(ClusterSettings.Options options) {

    /// How long a request to a broker may take. Whoever leads and waits longer leads no more.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration RECONNECTING = Duration.ofSeconds(1);
    private static final Duration TRANSACTION = Duration.ofSeconds(10);
    private static final int CONSUMER_BYTES = 8 << 20;

    /// Throws `IllegalArgumentException` when no clients can be made of the settings.
    void check() {
        try {
            var _ = new ConsumerConfig(consumerProperties());
            var _ = new ProducerConfig(producerProperties());
        } catch (ConfigException bad) {
            throw new IllegalArgumentException("cluster.properties: " + bad.getMessage(), bad);
        }
    }

    Admin admin() {
        return Admin.create(common());
    }

    Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerProperties());
    }

    /// The one that writes; from its first transaction on, those before it write no more.
    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(producerProperties());
    }

    private Map<String, Object> consumerProperties() {
        Map<String, Object> properties = common();
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, CONSUMER_BYTES);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(PATIENCE));
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
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, options.transactionalId());
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(TRANSACTION));
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0L);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis(PATIENCE));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(PATIENCE));
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    private Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "tickertape-" + options.node());
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, (long) millis(RECONNECTING));
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        properties.putAll(options.more());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", options.servers()));
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(PATIENCE));
        return properties;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
