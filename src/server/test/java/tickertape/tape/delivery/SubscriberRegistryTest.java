package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// Every subscriber is asked to leave, and waited for, but not for ever.
class SubscriberRegistryTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final SubscriberRegistry registry = new SubscriberRegistry();
    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(10, time);
    private final LocalCounters counters = new StreamCounters().local();
    private final Recording out = new Recording();
    private final AtomicInteger wakeups = new AtomicInteger();
    private final Subscriber subscriber = subscriber(0);

    @Test
    void closingWaitsUntilTheLastHasLeft() throws Exception {
        registry.add(subscriber);
        CompletableFuture<Integer> closing = CompletableFuture.supplyAsync(() -> close(LONG));
        await().until(() -> wakeups.get() == 1);
        subscriber.serve(counters);
        subscriber.serve(counters);
        assertThat(closing).isNotDone();

        registry.remove(subscriber);

        assertThat(closing.get()).isZero();
        assertThat(out.text()).contains("event: goodbye");
    }

    @Test
    void closingDoesNotWaitLongerThanItsTimeout() {
        registry.add(subscriber);

        assertThat(close(Duration.ofMillis(1))).isEqualTo(1);
    }

    @Test
    void closingWithoutSubscribersReturnsAtOnce() {
        assertThat(close(LONG)).isZero();
    }

    @Test
    void subscriberThatComesAfterClosingIsAskedToLeave() {
        assertThat(close(LONG)).isZero();

        registry.add(subscriber);
        subscriber.serve(counters);
        subscriber.serve(counters);

        assertThat(out.text())
                .contains("event: hello")
                .endsWith("}\nid: e0-0\n\n")
                .contains("event: goodbye");
    }

    @Test
    void subscriberThatComesAfterOpeningStays() {
        assertThat(close(LONG)).isZero();
        registry.open();

        registry.add(subscriber);

        subscriber.serve(counters);
        subscriber.serve(counters);
        assertThat(subscriber.gone()).isFalse();
        assertThat(out.text()).contains("hello").doesNotContain("goodbye");
    }

    @Test
    void slowestIsTheOneThatHasBeenWrittenLeast() {
        Subscriber quick = subscriber(0);
        Subscriber slow = subscriber(0);
        Subscriber rated = subscriber(1);
        Stream.of(quick, slow, rated).forEach(registry::add);
        assertThat(registry.slowest(tape)).as("nobody is greeted yet").isEmpty();
        Stream.of(quick, slow, rated).forEach(one -> one.serve(counters));
        tape.append(Tapes.batch("qA1 qA2"));
        quick.serve(counters);

        OptionalLong before = registry.slowest(tape);
        slow.serve(counters);

        assertThat(before).hasValue(0);
        assertThat(registry.slowest(tape)).hasValue(2);
    }

    @Test
    void onlyThoseLeaveWhoseRightHasEnded() {
        Subscriber laptop = subscriber(new Access("ann", "session:1", Long.MAX_VALUE));
        Subscriber phone = subscriber(new Access("ann", "session:2", Long.MAX_VALUE));
        Subscriber bob = subscriber(new Access("bob", "session:1", Long.MAX_VALUE));
        List<Subscriber> all = List.of(laptop, phone, bob, subscriber);
        all.forEach(registry::add);
        all.forEach(one -> one.serve(counters));

        registry.expire("ann", Optional.of("session:1"));
        all.forEach(one -> one.serve(counters));
        assertThat(all).filteredOn(Subscriber::gone).containsExactly(laptop);

        registry.expire("ann", Optional.empty());
        all.forEach(one -> one.serve(counters));
        assertThat(all).filteredOn(Subscriber::gone).containsExactly(laptop, phone);
    }

    private Subscriber subscriber(Access access) {
        return Streams.subscriber(
                new Cursor(tape, Tapes.both(), Optional.empty(), ConflationPolicy.ALWAYS),
                Streams.policy(time, Duration.ZERO),
                0,
                out,
                access,
                () -> {});
    }

    private int close(Duration timeout) {
        try {
            return registry.close(GoodbyeReason.SHUTDOWN, wakeups::incrementAndGet, timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Subscriber subscriber(double rate) {
        return Streams.subscriber(tape, Tapes.both(), Streams.policy(time, Duration.ZERO), rate, out, () -> {});
    }
}
