package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// What a client gets on its connection, from the first event to the last.
class SubscriberTest {

    private final FakeTime time = new FakeTime();
    private final LocalCounters tally = new StreamCounters().tally();
    private final Tape tape = Tapes.tape(10, time);
    private final DeliveryPolicy terms = Streams.terms(time, Duration.ZERO);
    private final Recording out = new Recording();
    private final AtomicInteger ended = new AtomicInteger();
    private final Subscriber subscriber = subscriber(out);

    @Test
    void firstEventIsTheHelloWithRetryAndWithoutId() {
        tape.append(Tapes.batch("qA1"));

        subscriber.serve(tally);

        assertThat(out.text())
                .matches(
                        "(?s)retry: \\d+\nevent: hello\ndata: \\{\"epoch\":\"e0\",\"heartbeat\":\"PT15S\",\"offset\":1,"
                                + "\"resume\":\"snapshot\",\"time\":\"2026-11-23T09:30:00.000000Z\",\"topics\":\\[.+],"
                                + "\"version\":\"1.0\"}\n\n"
                                + "id: e0-1\nevent: quote\ndata: 1\n\n");
    }

    @Test
    void helloAnnouncesEachTopicByItsKindKeyAndAudience() {
        subscriber.serve(tally);

        assertThat(out.text())
                .contains(
                        "\"topics\":["
                                + "{\"audience\":\"all\",\"key\":\"symbol\",\"kind\":\"latest\",\"name\":\"quote\",\"standard\":true},"
                                + "{\"audience\":\"all\",\"key\":\"symbol\",\"kind\":\"every\",\"name\":\"trade\",\"standard\":false}]");
    }

    @Test
    void helloIsFlushedTwiceBecauseLibertySwallowsTheFirst() {
        subscriber.serve(tally);

        assertThat(out.flushes()).isEqualTo(2);
    }

    @Test
    void whatIsNewIsWrittenOnce() {
        subscriber.serve(tally);
        tape.append(Tapes.batch("qA1 tA2"));

        subscriber.serve(tally);
        subscriber.serve(tally);

        assertThat(out.text()).endsWith("}\n\nid: e0-1\nevent: quote\ndata: 1\n\nid: e0-2\nevent: trade\ndata: 2\n\n");
    }

    @Test
    void gapIsToldBeforeTheMessagesThatFollowIt() {
        subscriber.serve(tally);
        tape.append(Tapes.batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7 tA8 tA9 tB1 tB2"));

        subscriber.serve(tally);

        assertThat(out.text()).contains("event: gap\ndata: {\"topics\":[\"trade\"]}\n\nid: e0-2\n");
    }

    @Test
    void heartbeatComesAfterSilenceWithThePositionThatWasRead() {
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);

        time.pass(Streams.HEARTBEAT);
        subscriber.serve(tally);

        assertThat(out.text())
                .endsWith(
                        "id: e0-1\nevent: heartbeat\ndata: {\"offset\":1,\"time\":\"2026-11-23T09:30:15.000000Z\"}\n\n");
    }

    @Test
    void newsThatPassNoFilterAreSilence() {
        Subscriber picky = Streams.subscriber(tape, Tapes.only(Tapes.QUOTE, "B"), terms, 0, out, () -> {});
        picky.serve(tally);

        time.pass(Streams.HEARTBEAT);
        tape.append(Tapes.batch("qA1"));
        picky.serve(tally);

        assertThat(out.text()).contains("id: e0-1\nevent: heartbeat\n").doesNotContain("event: quote");
    }

    @Test
    void anyWritePushesTheHeartbeatBack() {
        subscriber.serve(tally);
        time.pass(Streams.HEARTBEAT.minusNanos(1));
        tape.append(Tapes.batch("qA1"));
        subscriber.serve(tally);

        time.pass(Streams.HEARTBEAT.minusNanos(1));
        subscriber.serve(tally);

        assertThat(out.text()).contains("data: 1").doesNotContain("event: heartbeat");
    }

    @Test
    void wallClockSetBackChangesNothing() {
        subscriber.serve(tally);
        time.pass(Streams.HEARTBEAT);
        time.set(time.instant().minus(Duration.ofHours(1)));

        subscriber.serve(tally);

        assertThat(out.text()).contains("\"time\":\"2026-11-23T08:30:15.000000Z\"");
    }

    @Test
    void goodbyeIsTheLastEventAndIsSaidOnce() {
        subscriber.serve(tally);

        subscriber.end(GoodbyeReason.SHUTDOWN);
        subscriber.serve(tally);
        subscriber.serve(tally);

        assertThat(out.text())
                .matches("(?s).*retry: \\d+\nevent: goodbye\ndata: \\{\"reason\":\"shutdown\",\"retry\":\\d+}\n\n");
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

        orphan.serve(tally);
        orphan.serve(tally);

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

        assertThatThrownBy(() -> broken.serve(tally)).hasMessage("recycled");

        assertThat(broken.gone()).isTrue();
        assertThat(ended).hasValue(1);
    }

    private Subscriber subscriber(OutputStream stream) {
        return Streams.subscriber(tape, Tapes.both(), terms, 0, stream, ended::incrementAndGet);
    }
}
