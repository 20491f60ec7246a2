package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// When a place is wanted, quiet streams are written to twice, and no stream more often than that.
class DeadPeerDetectorTest {

    private static final Duration MOMENT = Duration.ofMillis(250);

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(10, time);
    private final Recording out = new Recording();
    private final LocalCounters counters = new StreamCounters().local();
    private final SubscriberRegistry subscribers = new SubscriberRegistry();
    private final Subscriber subscriber =
            Streams.subscriber(tape, Tapes.both(), Streams.policy(time, Duration.ZERO), 0, out, () -> {});
    private final DeadPeerDetector detector = new DeadPeerDetector(subscribers, time::nanoTime);

    @BeforeEach
    void greet() {
        subscribers.add(subscriber);
        subscriber.serve(counters);
        time.pass(Duration.ofSeconds(1));
    }

    @Test
    void quietStreamGetsTwoHeartbeatsWhenAPlaceIsWanted() {
        detector.request();

        assertThat(heartbeats(Duration.ofSeconds(8))).isEqualTo(2);
    }

    @Test
    void streamThatIsBusyGetsNone() {
        detector.request();
        for (int i = 0; i < 20; i++) {
            tape.append(Tapes.batch("qA" + i));
            subscriber.serve(counters);
            time.pass(MOMENT);
            detector.check();
        }

        assertThat(out.text()).doesNotContain("event: heartbeat");
    }

    @Test
    void nobodyIsWrittenToWhileThereIsRoom() {
        assertThat(heartbeats(Duration.ofSeconds(8))).isZero();
    }

    @Test
    void howeverManyAreRefusedTheNextTwoHeartbeatsComeTenSecondsLater() {
        for (int i = 0; i < 100; i++) {
            detector.request();
        }
        assertThat(heartbeats(Duration.ofSeconds(8))).isEqualTo(2);
        detector.request();
        assertThat(heartbeats(Duration.ofSeconds(1))).isEqualTo(2);

        time.pass(Duration.ofSeconds(2));
        detector.request();

        assertThat(heartbeats(Duration.ofSeconds(4))).isEqualTo(4);
    }

    /// How many there were in all after this time.
    private int heartbeats(Duration more) {
        for (Duration passed = Duration.ZERO; passed.compareTo(more) < 0; passed = passed.plus(MOMENT)) {
            detector.check();
            // As a shard does.
            if (subscriber.idle(time.nanoTime()) == 0) {
                subscriber.serve(counters);
            }
            time.pass(MOMENT);
        }
        return out.text().split("event: heartbeat", -1).length - 1;
    }
}
