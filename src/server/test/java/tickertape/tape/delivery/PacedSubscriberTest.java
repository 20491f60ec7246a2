package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// Streams that are written to only so often, and streams that become old.
class PacedSubscriberTest {

    private static final Duration ROTATION = Duration.ofHours(1);

    private final FakeTime time = new FakeTime();
    private final LocalCounters counters = new StreamCounters().local();
    private final Tape tape = Tapes.tape(10, time);
    private final Recording out = new Recording();
    private final Subscriber subscriber =
            Streams.subscriber(tape, Tapes.both(), Streams.policy(time, ROTATION), 0.5, out, () -> {});

    @Test
    void betweenTwoWritesTheIntervalPassesAndChangesAreMerged() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);
        tape.append(Tapes.batch("qA2 qA3 tA4"));
        subscriber.serve(counters);
        time.pass(Duration.ofMillis(1999));
        subscriber.serve(counters);
        tape.append(Tapes.batch("qA5 tA6"));
        subscriber.serve(counters);

        time.pass(Duration.ofMillis(1));
        subscriber.serve(counters);

        assertThat(values()).isEqualTo("1 4 5 6");
    }

    @Test
    void firstNewsAfterALongSilenceComesAtOnce() {
        subscriber.serve(counters);
        time.pass(Duration.ofSeconds(10));

        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);

        assertThat(out.text()).endsWith("data: 1\nid: e0-1\n\n");
    }

    @Test
    void heartbeatDoesNotWaitForTheRate() {
        Subscriber slow = Streams.subscriber(tape, Tapes.both(), Streams.policy(time, ROTATION), 0.01, out, () -> {});
        tape.append(Tapes.batch("qA1"));
        slow.serve(counters);
        tape.append(Tapes.batch("qA2"));

        time.pass(Streams.HEARTBEAT);
        slow.serve(counters);

        assertThat(out.text())
                .containsPattern("event: heartbeat\ndata: .*\nid: e0-1\n\n")
                .doesNotContain("data: 2");
    }

    @Test
    void goodbyeDoesNotWaitForTheRate() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);

        subscriber.end(GoodbyeReason.SHUTDOWN);
        subscriber.serve(counters);
        assertThat(out.text()).contains("event: goodbye");
    }

    @Test
    void oldStreamIsAskedToComeBack() {
        subscriber.serve(counters);

        time.pass(ROTATION.multipliedBy(3).dividedBy(2));
        subscriber.serve(counters);
        assertThat(out.text()).contains("event: goodbye\ndata: {\"reason\":\"rotation\",\"retry\":");
    }

    @Test
    void subscriberThatMustWaitSaysHowLong() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);
        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofMillis(500));

        assertThat(subscriber.serve(counters)).isEqualTo(Duration.ofMillis(1500).toNanos());
    }

    @Test
    void subscriberThatWaitsIsLeftAloneUntilItIsDue() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);

        tape.append(Tapes.batch("qA2"));
        assertThat(idle()).isZero();
        time.pass(Duration.ofMillis(1990));
        subscriber.serve(counters);
        time.pass(Duration.ofMillis(4));
        assertThat(idle()).isEqualTo(Duration.ofMillis(6).toNanos());

        time.pass(Duration.ofMillis(6));
        assertThat(idle()).isZero();
    }

    @Test
    void subscriberThatWaitsIsNotLeftAloneWhenAskedToLeave() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);
        tape.append(Tapes.batch("qA2"));
        subscriber.serve(counters);
        assertThat(idle()).isEqualTo(Duration.ofSeconds(2).toNanos());

        subscriber.end(GoodbyeReason.SHUTDOWN);
        assertThat(idle()).isZero();
    }

    @Test
    void subscriberThatWaitsIsLookedAtTenTimesASecond() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);
        tape.append(Tapes.batch("qA2"));
        subscriber.serve(counters);

        time.pass(Duration.ofMillis(100));
        assertThat(idle()).isZero();
    }

    @Test
    void subscriberThatHasReadAllIsLeftAloneUntilItsHeartbeatOrItsEnd() {
        subscriber.serve(counters);
        assertThat(idle()).isEqualTo(Subscriber.NOTHING);

        time.pass(Streams.HEARTBEAT);
        assertThat(idle()).isZero();
        subscriber.serve(counters);
        assertThat(idle()).isEqualTo(Subscriber.NOTHING);

        time.pass(ROTATION.multipliedBy(2));
        assertThat(idle()).isZero();
    }

    private long idle() {
        return subscriber.idle(time.nanoTime());
    }

    private String values() {
        return String.join(
                " ",
                Pattern.compile("data: (\\d+)\n")
                        .matcher(out.text())
                        .results()
                        .map(match -> match.group(1))
                        .toList());
    }
}
