package tickertape.feeding.kafka;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import tickertape.feeding.BadLineException;
import tickertape.feeding.LineMarket;

/// A topic of a broker that a test makes up, and the market that it moves.
final class KafkaRun implements AutoCloseable {

    static final String TOPIC = "prices";
    private static final Node BROKER = new Node(1, "localhost", 9092);

    final LineMarket market = new LineMarket(1000);
    final KafkaMetrics metrics = new KafkaMetrics();
    final PartitionReaders readers = readers();
    final MockConsumer<byte[], byte[]> consumer = client();

    /// What a next run of the server has.
    PartitionReaders readers() {
        return new PartitionReaders(() -> market.door().channel("kafka"), metrics, null);
    }

    /// A client of the broker.
    MockConsumer<byte[], byte[]> client() {
        return new MockConsumer<>("none");
    }

    /// Settings that begin there.
    static KafkaSettings.Options options(KafkaSettings.Begin begin) {
        return new KafkaSettings.Options(List.of("localhost:9092"), TOPIC, begin, Optional.empty(), Map.of());
    }

    /// Tells a client of so many partitions, which all begin and end there.
    static void partitions(MockConsumer<?, ?> consumer, int count, long first, long end) {
        consumer.updatePartitions(
                TOPIC,
                IntStream.range(0, count)
                        .mapToObj(partition ->
                                new PartitionInfo(TOPIC, partition, BROKER, new Node[] {BROKER}, new Node[] {BROKER}))
                        .toList());
        Map<TopicPartition, Long> begins = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
        IntStream.range(0, count).forEach(partition -> begins.put(new TopicPartition(TOPIC, partition), first));
        consumer.updateBeginningOffsets(begins);
        begins.replaceAll((_, _) -> end);
        consumer.updateEndOffsets(begins);
    }

    static ConsumerRecord<byte[], byte[]> record(int partition, long offset, String value) {
        return new ConsumerRecord<>(TOPIC, partition, offset, new byte[0], value.getBytes(StandardCharsets.UTF_8));
    }

    static ConsumerRecord<byte[], byte[]> trade(int partition, long offset, int price) {
        return record(
                partition, offset, "{\"symbol\":\"ACME\",\"price\":%s,\"size\":1}".formatted(Integer.toString(price)));
    }

    static BadLineException tooLong() {
        try (var market = new LineMarket(1)) {
            return market.door().channel("kafka").tooLong();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A counter with this label, or a gauge.
    static double count(KafkaMetrics metrics, String name, String... label) {
        return metrics.collect().stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .flatMap(metric -> metric.getDataPoints().stream())
                .filter(point -> List.of(label).stream()
                        .allMatch(value -> point.getLabels().toString().contains(value)))
                .mapToDouble(point -> switch (point) {
                    case CounterDataPointSnapshot counter -> counter.getValue();
                    case GaugeDataPointSnapshot gauge -> gauge.getValue();
                    default -> throw new IllegalStateException(point.toString());
                })
                .sum();
    }

    @Override
    public void close() throws SQLException {
        market.close();
    }
}
