package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LatencyBuckets;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// What is counted of a stream is what its client got.
class CountingTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(20, time);
    private final DeliveryPolicy policy = Streams.policy(time, Duration.ofHours(1));
    private final Recording out = new Recording();
    private final StreamCounters counters = new StreamCounters();
    private final LocalCounters local = counters.local();

    @Test
    void eventsFramesAndBytesAreThoseThatTheClientGot() {
        Subscriber subscriber = subscriber(0, out);
        tape.append(Tapes.batch("qA1 qB2"));
        subscriber.serve(local);
        tape.append(Tapes.batch("qA3 tA4 tB5"));
        subscriber.serve(local);
        time.pass(Streams.HEARTBEAT);
        subscriber.serve(local);
        local.flush();

        assertThat(total(StreamCounter.FRAMES))
                .as("hello, first read, news, heartbeat")
                .isEqualTo(4);
        assertThat(total(StreamCounter.EVENTS)).isEqualTo(1 + 2 + 3 + 1).isEqualTo(eventsOf(out.text()));
        assertThat(total(StreamCounter.BYTES)).isEqualTo(out.text().getBytes(StandardCharsets.UTF_8).length);
        assertThat(total(StreamCounter.HEARTBEATS)).isEqualTo(1);
        assertThat(total(StreamCounter.CONNECTS_SNAPSHOT)).isEqualTo(1);
    }

    @Test
    void gapIsAnEventToo() {
        Subscriber subscriber = subscriber(0, out);
        subscriber.serve(local);
        tape.lose(Tapes.TRADE);
        subscriber.serve(local);
        local.flush();

        assertThat(total(StreamCounter.EVENTS)).isEqualTo(2).isEqualTo(eventsOf(out.text()));
        assertThat(total(StreamCounter.BYTES)).isEqualTo(out.text().length());
    }

    @Test
    void waitLastsFromTheAppendOfTheOldestMessageUntilItIsWritten() {
        Subscriber subscriber = subscriber(0, out);
        subscriber.serve(local);
        tape.append(Tapes.batch("qA1"));
        time.pass(Duration.ofMillis(30));
        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofMillis(3));
        subscriber.serve(local);
        local.flush();

        int bucket = LatencyBuckets.of(Duration.ofMillis(33).toNanos());
        assertThat(counters.waits(bucket)).isEqualTo(1);
        assertThat(counters.waited(bucket)).isEqualTo(Duration.ofMillis(33).toNanos());
        assertThat(allWaits()).isEqualTo(1);
    }

    @Test
    void clientThatAskedForFewWritesOrHasJustComeDoesNotWait() {
        tape.append(Tapes.batch("qA1"));
        time.pass(Duration.ofMinutes(1));
        subscriber(0, out).serve(local);
        Subscriber slow = subscriber(2, out);
        slow.serve(local);
        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofSeconds(1));
        slow.serve(local);
        local.flush();

        assertThat(out.text()).contains("data: 2");
        assertThat(allWaits()).isZero();
    }

    @Test
    void mergedChangesAreCountedExactly() {
        Subscriber slow = subscriber(2, out);
        slow.serve(local);
        tape.append(Tapes.batch("qA1 qB2 tA3"));
        slow.serve(local);
        tape.append(Tapes.batch("qA4 qA5 qB6 tA7 qA8"));
        time.pass(Duration.ofSeconds(1));
        slow.serve(local);
        local.flush();

        assertThat(total(StreamCounter.CONFLATED)).as("qA4 and qA5").isEqualTo(2);
    }

    @Test
    void flushingTwiceCountsOnce() {
        local.wrote(3, 100);
        local.waited(5);
        local.flush();
        local.flush();

        assertThat(total(StreamCounter.EVENTS)).isEqualTo(3);
        assertThat(allWaits()).isEqualTo(1);
    }

    private Subscriber subscriber(double rate, OutputStream stream) {
        return Streams.subscriber(tape, Tapes.both(), policy, rate, stream, () -> {});
    }

    private long total(StreamCounter counter) {
        return counters.total(counter);
    }

    private long allWaits() {
        return IntStream.range(0, LatencyBuckets.COUNT)
                .mapToLong(counters::waits)
                .sum();
    }

    private static long eventsOf(String text) {
        return text.lines().filter(line -> line.startsWith("event: ")).count();
    }
}
