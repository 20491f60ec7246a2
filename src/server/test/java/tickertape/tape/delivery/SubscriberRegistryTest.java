package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// Everyone who is here is asked to leave, and waited for, though not for ever.
class SubscriberRegistryTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final SubscriberRegistry attendance = new SubscriberRegistry();
    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(10, time);
    private final LocalCounters tally = new StreamCounters().tally();
    private final Recording out = new Recording();
    private final AtomicInteger rings = new AtomicInteger();
    private final Subscriber subscriber = subscriber(0);

    @Test
    void closingWaitsUntilTheLastHasLeft() throws Exception {
        attendance.add(subscriber);
        CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(() -> close(LONG));
        await().until(() -> rings.get() == 1);
        subscriber.serve(tally);
        subscriber.serve(tally);
        assertThat(closing).isNotDone();

        attendance.remove(subscriber);

        assertThat(closing.get()).isZero();
        assertThat(out.text()).contains("event: goodbye");
    }

    @Test
    void closingDoesNotWaitLongerThanItsPatience() {
        attendance.add(subscriber);

        assertThat(close(Duration.ofMillis(1))).isEqualTo(1);
    }

    @Test
    void closingAnEmptyHouseReturnsAtOnce() {
        assertThat(close(LONG)).isZero();
    }

    @Test
    void whoComesAfterClosingIsAskedToLeave() {
        assertThat(close(LONG)).isZero();

        attendance.add(subscriber);
        subscriber.serve(tally);
        subscriber.serve(tally);

        assertThat(out.text()).contains("event: hello").endsWith("}\n\n").contains("event: goodbye");
    }

    @Test
    void whoComesAfterOpeningStays() {
        assertThat(close(LONG)).isZero();
        attendance.open();

        attendance.add(subscriber);

        subscriber.serve(tally);
        subscriber.serve(tally);
        assertThat(subscriber.gone()).isFalse();
        assertThat(out.text()).contains("hello").doesNotContain("goodbye");
    }

    @Test
    void slowestIsWhoHasBeenWrittenLeast() {
        Subscriber quick = subscriber(0);
        Subscriber slow = subscriber(0);
        Subscriber rated = subscriber(1);
        Stream.of(quick, slow, rated).forEach(attendance::add);
        assertThat(attendance.slowest()).as("nobody is greeted yet").isEmpty();
        Stream.of(quick, slow, rated).forEach(one -> one.serve(tally));
        tape.append(Tapes.batch("qA1 qA2"));
        quick.serve(tally);

        OptionalLong before = attendance.slowest();
        slow.serve(tally);

        assertThat(before).hasValue(0);
        assertThat(attendance.slowest()).hasValue(2);
    }

    private int close(Duration patience) {
        try {
            return attendance.close(GoodbyeReason.SHUTDOWN, rings::incrementAndGet, patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Subscriber subscriber(double rate) {
        return Streams.subscriber(tape, Tapes.both(), Streams.terms(time, Duration.ZERO), rate, out, () -> {});
    }
}
