package tickertape.feeding.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.feeding.BadLineException;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// Records that are no good are kept with their reason; where that is not possible, prices go on, and the log says so
/// once.
class DeadLettersTest {

    private final FakeTime time = new FakeTime();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaMetrics metrics = new KafkaMetrics();
    private final PartitionProgress progress = new PartitionProgress(0);
    private final DeadLetters letters = new DeadLetters("dead", () -> producer, metrics, time::nanoTime);
    private final BadLineException fault = KafkaRun.tooLong();

    @AutoClose
    private final LogRecords log = new LogRecords(DeadLetters.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void letterSaysWhatIsWrongAndWhereItCameFrom() {
        var bad = record(7, "nonsense");
        bad.headers().add("trace", new byte[] {'1'});

        letters.send(bad, fault, progress);

        ProducerRecord<byte[], byte[]> letter = producer.history().getFirst();
        assertThat(letter.topic()).isEqualTo("dead");
        assertThat(letter.key()).isEqualTo(bad.key());
        assertThat(letter.value()).isEqualTo(bad.value());
        assertThat(headers(letter))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "trace", "1",
                        "reason", "too-long",
                        "fault", "the line is longer than 4096 bytes",
                        "topic", "prices",
                        "partition", "3",
                        "offset", "7"));
    }

    @Test
    void whatIsTooLongForABrokerIsCut() {
        letters.send(record(7, "x".repeat(DeadLetters.LONGEST + 1)), fault, progress);

        ProducerRecord<byte[], byte[]> letter = producer.history().getFirst();
        assertThat(letter.value()).hasSize(DeadLetters.LONGEST);
        assertThat(headers(letter)).containsEntry("length", Integer.toString(DeadLetters.LONGEST + 1));
    }

    @Test
    void progressWaitsUntilTheLetterHasArrived() {
        letters.send(record(0, "bad"), fault, progress);
        progress.advance(1);
        assertThat(progress.done()).isZero();

        producer.completeNext();

        assertThat(progress.done()).isEqualTo(1);
        assertThat(KafkaRun.count(metrics, "tickertape_feed_kafka_dead_letters", "kept"))
                .isEqualTo(1);
    }

    @Test
    void afterAFailureNothingIsSentForAWhileAndTheLogSaysSoOnce() {
        letters.send(record(0, "bad"), fault, progress);
        producer.errorNext(new TimeoutException("no topic dead"));
        letters.send(record(1, "bad"), fault, progress);
        progress.advance(2);

        assertThat(producer.history()).hasSize(1);
        assertThat(progress.done()).as("prices go on").isEqualTo(2);
        assertThat(KafkaRun.count(metrics, "tickertape_feed_kafka_dead_letters", "lost"))
                .isEqualTo(2);
        time.pass(DeadLetters.PAUSE);
        letters.send(record(2, "bad"), fault, progress);
        producer.completeNext();

        assertThat(log.lines())
                .containsExactly(
                        "Bad records are not kept in the topic dead: no topic dead",
                        "Bad records are kept in the topic dead again, after PT30S");
    }

    @Test
    void whatHasNotArrivedAtTheEndIsSentAfterTheRestart() {
        letters.send(record(0, "bad"), fault, progress);
        progress.advance(1);

        letters.close();
        producer.errorNext(new TimeoutException("closed"));

        assertThat(progress.done()).isZero();
        assertThat(log.lines()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
        return new ConsumerRecord<>("prices", 3, offset, bytes("KEY"), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new TreeMap<>();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
