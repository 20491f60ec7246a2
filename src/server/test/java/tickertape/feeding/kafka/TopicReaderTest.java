package tickertape.feeding.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tickertape.feeding.kafka.KafkaRun.partitions;
import static tickertape.feeding.kafka.KafkaRun.trade;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.feeding.kafka.KafkaSettings.Begin;
import tickertape.store.WriteQueues;
import tickertape.testing.LogRecords;

/// The thread that reads a topic: it goes on after failures, ends soon, and leaves where the next one goes on.
class TopicReaderTest {

    @AutoClose
    private final KafkaRun run = new KafkaRun();

    @AutoClose
    private final LogRecords log = new LogRecords(TopicReader.class);

    @BeforeEach
    void listen() {
        log.listen();
        partitions(run.consumer, 1, 0, 0);
    }

    private TopicReader reader(
            WriteQueues queues, PartitionReaders readers, Supplier<Consumer<byte[], byte[]>> client) {
        return new TopicReader(
                KafkaRun.options(Begin.EARLIEST),
                client,
                readers,
                new OffsetStore(KafkaRun.TOPIC, run.market.test().database(), queues),
                null,
                run.metrics,
                Thread.ofPlatform().daemon().factory(),
                run.market.time()::nanoTime);
    }

    @Test
    void nextRunGoesOnBehindTheLastTick() {
        TopicReader first = reader(run.market.test().queues(), run.readers, () -> run.consumer);
        run.consumer.schedulePollTask(() -> {
            run.consumer.addRecord(trade(0, 0, 1));
            run.consumer.addRecord(trade(0, 1, 2));
        });
        first.start();
        await().until(() -> run.market.waiting() == 2);
        run.market.tick();
        run.market.tick();
        first.close();
        run.market.test().queues().close();

        var next = run.client();
        partitions(next, 1, 0, 0);
        PartitionReaders readers = run.readers();
        try (WriteQueues queues = run.market.test().newQueues();
                TopicReader second = reader(queues, readers, () -> next)) {
            second.start();
            await().until(() -> readers.done().equals(Map.of(0, 2L)));
        }
        assertThat(run.consumer.closed()).isTrue();
        assertThat(next.closed()).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatHasNotGoneThroughATickIsReadAgain() {
        TopicReader first = reader(run.market.test().queues(), run.readers, () -> run.consumer);
        run.consumer.schedulePollTask(() -> run.consumer.addRecord(trade(0, 0, 1)));
        first.start();
        await().until(() -> run.market.waiting() == 1);

        first.close();

        assertThat(run.readers.done()).isEqualTo(Map.of(0, 0L));
    }

    @Test
    void clientThatFailsIsFollowedByAnotherAndTheLogSaysSoOnce() {
        var clients = new Object() {
            int made;
        };
        try (TopicReader reader = reader(run.market.test().queues(), run.readers, () -> {
            switch (clients.made++) {
                case 0 -> throw new KafkaException("Failed to construct", new KafkaException("no such host"));
                case 1 -> throw new TimeoutException("Timeout expired");
                default -> {}
            }
            return run.consumer;
        })) {
            run.consumer.schedulePollTask(() -> run.consumer.addRecord(trade(0, 0, 1)));
            reader.start();
            await().until(() -> run.market.waiting() == 1);
            await().until(() -> KafkaRun.count(run.metrics, "tickertape_feed_kafka_connected") == 1);
        }
        assertThat(log.lines())
                .containsExactly(
                        "The topic prices is not read: no such host",
                        "The topic prices is still not read: no broker answers at localhost:9092",
                        "The topic prices is read again, after PT0S");
        assertThat(KafkaRun.count(run.metrics, "tickertape_feed_kafka_connected"))
                .isZero();
    }

    @Test
    void topicWaitsForTheDatabaseThatKnowsWhereItWasLeft() {
        run.market.test().goAway();
        try (TopicReader reader = reader(run.market.test().queues(), run.readers, () -> run.consumer)) {
            reader.start();

            await().until(() -> !log.lines().isEmpty());
            assertThat(log.lines()).singleElement().asString().startsWith("The topic prices is not read: ");
            assertThat(run.readers.haveBegun()).isFalse();
        }
    }
}
