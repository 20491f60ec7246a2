package tickertape.feeding.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.feeding.kafka.KafkaRun.partitions;
import static tickertape.feeding.kafka.KafkaRun.record;
import static tickertape.feeding.kafka.KafkaRun.trade;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.feeding.kafka.KafkaSettings.Begin;
import tickertape.testing.LogRecords;

/// Where reading a topic begins and goes on, and what becomes of its records.
class TopicConsumerTest {

    private static final TopicPartition FIRST = new TopicPartition(KafkaRun.TOPIC, 0);

    @AutoClose
    private final KafkaRun run = new KafkaRun();

    @AutoClose
    private final LogRecords log = new LogRecords(TopicConsumer.class);

    private final TopicConsumer topic =
            new TopicConsumer(KafkaRun.TOPIC, run.consumer, run.readers, run.market.time()::nanoTime);

    @BeforeEach
    void listen() {
        log.listen();
        partitions(run.consumer, 2, 5, 8);
    }

    @Test
    void topicThatWasNotReadBeforeBeginsAtItsEndOrWithTheOldest() {
        topic.begin(Map.of(), Begin.LATEST);
        assertThat(run.readers.done()).isEqualTo(Map.of(0, 8L, 1, 8L));

        PartitionReaders other = run.readers();
        var again = run.client();
        partitions(again, 2, 5, 8);
        new TopicConsumer(KafkaRun.TOPIC, again, other, run.market.time()::nanoTime).begin(Map.of(), Begin.EARLIEST);
        assertThat(other.done()).isEqualTo(Map.of(0, 5L, 1, 5L));
    }

    @Test
    void topicGoesOnWhereItWasLeftAndReadsAllOfAPartitionThatIsNew() {
        topic.begin(Map.of(0, 6L), Begin.LATEST);

        assertThat(run.readers.done()).isEqualTo(Map.of(0, 6L, 1, 5L));
        assertThat(run.consumer.position(FIRST)).isEqualTo(6);
    }

    @Test
    void topicThatIsNotThereIsToldApart() {
        var empty = new TopicConsumer("other", run.consumer, run.readers, run.market.time()::nanoTime);

        assertThatThrownBy(() -> empty.begin(Map.of(), Begin.LATEST))
                .isInstanceOf(KafkaException.class)
                .hasMessage("there is no topic other");
    }

    @Test
    void recordsMoveTheMarketAndAreDoneAfterTheirTick() throws InterruptedException {
        topic.begin(Map.of(), Begin.EARLIEST);
        run.consumer.addRecord(trade(0, 5, 1));
        run.consumer.addRecord(record(0, 6, "nonsense"));
        run.consumer.addRecord(trade(0, 7, 2));

        assertThat(topic.read()).isTrue();

        assertThat(run.readers.done()).containsEntry(0, 5L);
        assertThat(run.market.tick()).containsExactly("1", "2");
        assertThat(run.readers.done()).containsEntry(0, 5L);
        run.market.tick();
        assertThat(run.readers.done()).containsEntry(0, 8L);
        assertThat(KafkaRun.count(run.metrics, "tickertape_feed_kafka_refused", "not-json"))
                .isEqualTo(1);
        assertThat(run.market.source("kafka").fault())
                .isEqualTo("partition 0, offset 6: no JSON object at character 1: { is missing");
    }

    @Test
    void emptyRecordIsASignOfLife() throws InterruptedException {
        topic.begin(Map.of(), Begin.EARLIEST);
        run.consumer.addRecord(record(0, 5, ""));

        topic.read();

        assertThat(run.readers.done()).containsEntry(0, 6L);
        assertThat(run.market.source("kafka").refused()).isZero();
    }

    @Test
    void recordsThatTheBrokerHasDeletedAreCountedAndMarked() throws InterruptedException {
        topic.begin(Map.of(0, 2L), Begin.EARLIEST);
        run.consumer.setPollException(new OffsetOutOfRangeException(Map.of(FIRST, 2L)));

        topic.read();
        run.consumer.addRecord(trade(0, 5, 1));
        topic.read();

        assertThat(run.market.tick()).containsExactly("1");
        assertThat(run.market.gaps()).containsExactly("ACME");
        assertThat(KafkaRun.count(run.metrics, "tickertape_feed_kafka_gone")).isEqualTo(3);
        assertThat(log.lines()).contains("The topic prices has no record 2 in partition 0 any more: going on with 5");
    }

    @Test
    void partitionsThatAreAddedAreRead() throws InterruptedException {
        topic.begin(Map.of(), Begin.LATEST);
        partitions(run.consumer, 3, 5, 8);
        run.market.time().pass(Duration.ofSeconds(10));

        topic.read();
        run.consumer.addRecord(trade(2, 5, 9));
        topic.read();

        assertThat(run.market.tick()).containsExactly("9");
        assertThat(run.readers.done()).containsOnlyKeys(0, 1, 2);
    }

    @Test
    void brokersThatSayNothingForSecondsAreAway() throws InterruptedException {
        topic.begin(Map.of(), Begin.EARLIEST);
        assertThat(topic.read()).isTrue();

        run.market.time().pass(BrokerPulse.SILENCE);
        assertThat(topic.read()).isFalse();
        run.consumer.addRecord(trade(0, 5, 1));

        assertThat(topic.read()).isTrue();
    }
}
