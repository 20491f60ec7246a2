package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// Streams that are written to only so often, and streams that grow old.
class PacedSubscriberTest {

    private static final Duration ROTATION = Duration.ofHours(1);

    private final FakeTime time = new FakeTime();
    private final LocalCounters tally = new StreamCounters().tally();
    private final Tape tape = Tapes.tape(10, time);
    private final Recording out = new Recording();
    private final Subscriber subscriber =
            Streams.subscriber(tape, Tapes.both(), Streams.terms(time, ROTATION), 0.5, out, () -> {});

    @Test
    void betweenTwoWritesTheIntervalPassesAndChangesAreMerged() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA2 qA3 tA4"));
        subscriber.serve(tally);
        time.pass(Duration.ofMillis(1999));
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA5 tA6"));
        subscriber.serve(tally);

        time.pass(Duration.ofMillis(1));
        subscriber.serve(tally);

        assertThat(values()).isEqualTo("1 4 5 6");
    }

    @Test
    void firstNewsAfterALongSilenceComesAtOnce() {
        subscriber.serve(tally);
        time.pass(Duration.ofSeconds(10));

        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);

        assertThat(out.text()).endsWith("data: 1\n\n");
    }

    @Test
    void heartbeatDoesNotWaitForTheRate() {
        Subscriber slow = Streams.subscriber(tape, Tapes.both(), Streams.terms(time, ROTATION), 0.01, out, () -> {});
        tape.append(Tapes.batch("qA1"));
        slow.serve(tally);
        tape.append(Tapes.batch("qA2"));

        time.pass(Streams.HEARTBEAT);
        slow.serve(tally);

        assertThat(out.text()).contains("id: e0-1\nevent: heartbeat").doesNotContain("data: 2");
    }

    @Test
    void goodbyeDoesNotWaitForTheRate() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);

        subscriber.end(GoodbyeReason.SHUTDOWN);
        subscriber.serve(tally);
        assertThat(out.text()).contains("event: goodbye");
    }

    @Test
    void oldStreamIsAskedToComeBack() {
        subscriber.serve(tally);

        time.pass(ROTATION.multipliedBy(3).dividedBy(2));
        subscriber.serve(tally);
        assertThat(out.text()).contains("event: goodbye\ndata: {\"reason\":\"rotation\",\"retry\":");
    }

    @Test
    void whoMustWaitSaysHowLong() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofMillis(500));

        assertThat(subscriber.serve(tally)).isEqualTo(Duration.ofMillis(1500).toNanos());
    }

    @Test
    void whoWaitsIsLeftAloneUntilItIsDue() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);
        assertThat(rests()).isZero();

        tape.append(Tapes.batch("qA2"));
        time.pass(Duration.ofMillis(1990));
        subscriber.serve(tally);
        time.pass(Duration.ofMillis(4));
        assertThat(rests()).isEqualTo(Duration.ofMillis(6).toNanos());

        time.pass(Duration.ofMillis(6));
        assertThat(rests()).isZero();
    }

    @Test
    void whoWaitsIsNotLeftAloneWhenAskedToLeave() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA2"));
        subscriber.serve(tally);
        assertThat(rests()).isEqualTo(Duration.ofSeconds(2).toNanos());

        subscriber.end(GoodbyeReason.SHUTDOWN);
        assertThat(rests()).isZero();
    }

    @Test
    void whoWaitsIsLookedAtTenTimesASecond() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA2"));
        subscriber.serve(tally);

        time.pass(Duration.ofMillis(100));
        assertThat(rests()).isZero();
    }

    private long rests() {
        return subscriber.rests(time.nanoTime());
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
