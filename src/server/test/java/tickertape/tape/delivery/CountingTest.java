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
    private final DeliveryPolicy terms = Streams.terms(time, Duration.ofHours(1));
    private final Recording out = new Recording();
    private final StreamCounters ledger = new StreamCounters();
    private final LocalCounters tally = ledger.tally();

    @Test
    void eventsFramesAndBytesAreThoseThatTheClientGot() {
        Subscriber subscriber = subscriber(0, out);
        tape.append(Tapes.batch("qA1 qB2"));
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA3 tA4 tB5"));
        subscriber.serve(tally);
        time.pass(Streams.HEARTBEAT);
        subscriber.serve(tally);
        tally.settle();

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
        subscriber.serve(tally);
        tape.lose(Tapes.TRADE);
        subscriber.serve(tally);
        tally.settle();

        assertThat(total(StreamCounter.EVENTS)).isEqualTo(2).isEqualTo(eventsOf(out.text()));
        assertThat(total(StreamCounter.BYTES)).isEqualTo(out.text().length());
    }

    @Test
    void waitLastsFromTheAppendOfTheOldestMessageUntilItIsWritten() {
        Subscriber subscriber = subscriber(0, out);
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA1"));
        time.pass(Duration.ofMillis(30));
        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofMillis(3));
        subscriber.serve(tally);
        tally.settle();

        int place = LatencyBuckets.of(Duration.ofMillis(33).toNanos());
        assertThat(ledger.waits(place)).isEqualTo(1);
        assertThat(ledger.waited(place)).isEqualTo(Duration.ofMillis(33).toNanos());
        assertThat(allWaits()).isEqualTo(1);
    }

    @Test
    void whoAskedForFewWritesOrHasJustComeDoesNotWait() {
        tape.append(Tapes.batch("qA1"));
        time.pass(Duration.ofMinutes(1));
        subscriber(0, out).serve(tally);
        Subscriber slow = subscriber(2, out);
        slow.serve(tally);
        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofSeconds(1));
        slow.serve(tally);
        tally.settle();

        assertThat(out.text()).contains("data: 2");
        assertThat(allWaits()).isZero();
    }

    @Test
    void mergedChangesAreCountedExactly() {
        Subscriber slow = subscriber(2, out);
        slow.serve(tally);
        tape.append(Tapes.batch("qA1 qB2 tA3"));
        slow.serve(tally);
        tape.append(Tapes.batch("qA4 qA5 qB6 tA7 qA8"));
        time.pass(Duration.ofSeconds(1));
        slow.serve(tally);
        tally.settle();

        assertThat(total(StreamCounter.CONFLATED)).as("qA4 and qA5").isEqualTo(2);
    }

    @Test
    void settlingTwiceCountsOnce() {
        tally.wrote(3, 100);
        tally.waited(5);
        tally.settle();
        tally.settle();

        assertThat(total(StreamCounter.EVENTS)).isEqualTo(3);
        assertThat(allWaits()).isEqualTo(1);
    }

    private Subscriber subscriber(double rate, OutputStream stream) {
        return Streams.subscriber(tape, Tapes.both(), terms, rate, stream, () -> {});
    }

    private long total(StreamCounter count) {
        return ledger.total(count);
    }

    private long allWaits() {
        return IntStream.range(0, LatencyBuckets.CLASSES)
                .mapToLong(ledger::waits)
                .sum();
    }

    private static long eventsOf(String text) {
        return text.lines().filter(line -> line.startsWith("event: ")).count();
    }
}
