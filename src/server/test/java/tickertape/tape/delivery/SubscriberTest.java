package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.tape.DelayedTape;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// What a client gets on its connection, from the first event to the last.
class SubscriberTest {

    private final FakeTime time = new FakeTime();
    private final LocalCounters counters = new StreamCounters().local();
    private final Tape tape = Tapes.tape(10, time);
    private final DeliveryPolicy policy = Streams.policy(time, Duration.ZERO);
    private final Recording out = new Recording();
    private final AtomicInteger ended = new AtomicInteger();
    private final Subscriber subscriber = subscriber(out);

    @Test
    void firstEventIsTheHelloWithRetryAndWithoutId() {
        tape.append(Tapes.batch("qA1"));

        subscriber.serve(counters);

        assertThat(out.text())
                .matches(
                        "(?s)retry: \\d+\nevent: hello\ndata: \\{\"epoch\":\"e0\",\"heartbeat\":\"PT15S\",\"offset\":1,"
                                + "\"resume\":\"snapshot\",\"time\":\"2026-11-23T09:30:00.000000Z\",\"topics\":\\[.+],"
                                + "\"version\":\"1.0\"}\n\n"
                                + "event: quote\ndata: 1\nid: e0-1\n\n");
    }

    @Test
    void helloAnnouncesEachTopicByItsKindKeyAndAudience() {
        subscriber.serve(counters);

        assertThat(out.text())
                .contains(
                        "\"topics\":["
                                + "{\"audience\":\"all\",\"key\":\"symbol\",\"kind\":\"latest\",\"name\":\"quote\",\"standard\":true},"
                                + "{\"audience\":\"all\",\"key\":\"symbol\",\"kind\":\"every\",\"name\":\"trade\",\"standard\":false}]");
    }

    @Test
    void helloSaysHowLateTheMessagesAre() {
        Tape late = new DelayedTape(tape, Duration.ofMinutes(15), 1000, List.of()).tape();

        Streams.subscriber(late, Tapes.both(), policy, 0, out, () -> {}).serve(counters);

        assertThat(out.text()).contains("data: {\"delayed\":\"PT15M\",\"epoch\":\"e0\"");
    }

    @Test
    void helloIsFlushedTwiceBecauseLibertySwallowsTheFirst() {
        subscriber.serve(counters);

        assertThat(out.flushes()).isEqualTo(2);
    }

    @Test
    void whatIsNewIsWrittenOnce() {
        subscriber.serve(counters);
        tape.append(Tapes.batch("qA1 tA2"));

        subscriber.serve(counters);
        subscriber.serve(counters);

        assertThat(out.text()).endsWith("}\n\nevent: quote\ndata: 1\nid: e0-1\n\nevent: trade\ndata: 2\nid: e0-2\n\n");
    }

    @Test
    void gapIsToldBeforeTheMessagesThatFollowIt() {
        subscriber.serve(counters);
        tape.append(Tapes.batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7 tA8 tA9 tB1 tB2"));

        subscriber.serve(counters);

        assertThat(out.text())
                .containsPattern("event: gap\ndata: .\"topics\":.\"trade\"]}\n\nevent: .*\ndata: .*\nid: e0-2\n");
    }

    @Test
    void heartbeatComesAfterSilenceWithThePositionThatWasRead() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);

        time.pass(Streams.HEARTBEAT);
        subscriber.serve(counters);

        assertThat(out.text())
                .endsWith(
                        "event: heartbeat\ndata: {\"offset\":1,\"time\":\"2026-11-23T09:30:15.000000Z\"}\nid: e0-1\n\n");
    }

    @Test
    void newsThatPassNoFilterAreSilence() {
        Subscriber picky = Streams.subscriber(tape, Tapes.only(Tapes.QUOTE, "B"), policy, 0, out, () -> {});
        picky.serve(counters);

        time.pass(Streams.HEARTBEAT);
        tape.append(Tapes.batch("qA1"));
        picky.serve(counters);

        assertThat(out.text())
                .containsPattern("event: heartbeat\ndata: .*\nid: e0-1\n\n")
                .doesNotContain("event: quote");
    }

    @Test
    void anyWritePushesTheHeartbeatBack() {
        subscriber.serve(counters);
        time.pass(Streams.HEARTBEAT.minusNanos(1));
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(counters);

        time.pass(Streams.HEARTBEAT.minusNanos(1));
        subscriber.serve(counters);

        assertThat(out.text()).contains("data: 1").doesNotContain("event: heartbeat");
    }

    @Test
    void wallClockSetBackChangesNothing() {
        subscriber.serve(counters);
        time.pass(Streams.HEARTBEAT);
        time.set(time.instant().minus(Duration.ofHours(1)));

        subscriber.serve(counters);

        assertThat(out.text()).contains("\"time\":\"2026-11-23T08:30:15.000000Z\"");
    }

    @Test
    void goodbyeIsTheLastEventAndIsSaidOnce() {
        subscriber.serve(counters);

        subscriber.end(GoodbyeReason.SHUTDOWN);
        subscriber.serve(counters);
        subscriber.serve(counters);

        assertThat(out.text())
                .matches(
                        "(?s).*retry: \\d+\nevent: goodbye\ndata: \\{\"reason\":\"shutdown\",\"retry\":\\d+}\nid: e0-0\n\n");
        assertThat(subscriber.gone()).isTrue();
        assertThat(ended).hasValue(1);
    }

    @Test
    void clientThatHasGoneEndsTheStreamQuietly() {
        Subscriber orphan = subscriber(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        orphan.serve(counters);
        orphan.serve(counters);

        assertThat(orphan.gone()).isTrue();
        assertThat(ended).hasValue(1);
    }

    @Test
    void failureEndsTheStreamToo() {
        Subscriber broken = subscriber(new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("recycled");
            }
        });

        assertThatThrownBy(() -> broken.serve(counters)).hasMessage("recycled");

        assertThat(broken.gone()).isTrue();
        assertThat(ended).hasValue(1);
    }

    private Subscriber subscriber(OutputStream stream) {
        return Streams.subscriber(tape, Tapes.both(), policy, 0, stream, ended::incrementAndGet);
    }
}
