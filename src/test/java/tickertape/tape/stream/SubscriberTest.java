package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.wire.Ending;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// What a client gets on its connection, from the first event to the last.
class SubscriberTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(10, time);
    private final Terms terms = Streams.terms(time, Duration.ZERO);
    private final Recording out = new Recording();
    private final AtomicInteger ended = new AtomicInteger();
    private final Subscriber subscriber = subscriber(out);
    private final Thread thread = Thread.ofVirtual().unstarted(subscriber);

    @AfterEach
    void endTheThread() throws InterruptedException {
        subscriber.end(Ending.SHUTDOWN);
        thread.join();
    }

    @Test
    void firstEventIsTheHelloWithRetryAndWithoutId() {
        tape.append(Tapes.batch("qA1"));

        thread.start();

        out.await("quote");
        assertThat(out.text())
                .matches(
                        "(?s)retry: \\d+\nevent: hello\ndata: \\{\"epoch\":\"e0\",\"heartbeat\":\"PT15S\",\"offset\":1,"
                                + "\"resume\":\"snapshot\",\"time\":\"2026-11-23T09:30:00.000000Z\",\"version\":\"1.0\"}\n\n"
                                + "id: e0-1\nevent: quote\ndata: 1\n\n");
    }

    @Test
    void helloIsFlushedTwiceBecauseLibertySwallowsTheFirst() {
        thread.start();

        await().untilAsserted(() -> assertThat(out.flushes()).isEqualTo(2));
    }

    @Test
    void newsIsWrittenWhenTheBellRings() {
        thread.start();
        out.await("hello");

        tape.append(Tapes.batch("qA1 tA2"));
        ring();

        out.await("id: e0-1\nevent: quote\ndata: 1\n\nid: e0-2\nevent: trade\ndata: 2\n\n");
    }

    @Test
    void gapIsToldBeforeTheMessagesThatFollowIt() {
        thread.start();
        out.await("hello");

        tape.append(Tapes.batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7 tA8 tA9 tB1 tB2"));
        ring();

        out.await("event: gap\ndata: {\"topics\":[\"trade\"]}\n\nid: e0-2\n");
    }

    @Test
    void heartbeatComesAfterSilenceWithThePositionThatWasRead() {
        tape.append(Tapes.batch("qA1"));
        thread.start();
        out.await("quote");

        time.pass(Streams.HEARTBEAT);
        ring();

        out.await("id: e0-1\nevent: heartbeat\ndata: {\"offset\":1,\"time\":\"2026-11-23T09:30:15.000000Z\"}\n\n");
    }

    @Test
    void anyWritePushesTheHeartbeatBack() {
        thread.start();
        out.await("hello");
        time.pass(Streams.HEARTBEAT.minusNanos(1));
        tape.append(Tapes.batch("qA1"));
        ring();
        out.await("quote");

        time.pass(Streams.HEARTBEAT.minusNanos(1));
        ring();
        tape.append(Tapes.batch("qA2"));
        ring();

        out.await("data: 2");
        assertThat(out.text()).doesNotContain("event: heartbeat");
    }

    @Test
    void wallClockSetBackChangesNothing() {
        thread.start();
        out.await("hello");
        time.pass(Streams.HEARTBEAT);
        time.set(time.instant().minus(Duration.ofHours(1)));

        ring();

        out.await("\"time\":\"2026-11-23T08:30:15.000000Z\"");
    }

    @Test
    void goodbyeIsTheLastEvent() throws InterruptedException {
        thread.start();
        out.await("hello");

        subscriber.end(Ending.SHUTDOWN);

        thread.join();
        assertThat(out.text())
                .matches("(?s).*retry: \\d+\nevent: goodbye\ndata: \\{\"reason\":\"shutdown\",\"retry\":\\d+}\n\n");
        assertThat(ended).hasValue(1);
    }

    @Test
    void executorGoingDownIsAShutdown() throws InterruptedException {
        thread.start();
        out.await("hello");

        thread.interrupt();

        thread.join();
        assertThat(out.text()).contains("\"reason\":\"shutdown\"");
    }

    @Test
    void closedSinkRefusesSoThatTheBroadcasterForgetsIt() throws InterruptedException {
        thread.start();
        out.await("hello");
        subscriber.close();
        thread.join();

        CompletableFuture<?> sent = subscriber.send(Recording.NEWS).toCompletableFuture();

        assertThat(subscriber.isClosed()).isTrue();
        assertThatThrownBy(sent::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void clientThatHasGoneEndsTheStreamQuietly() throws InterruptedException {
        Subscriber orphan = subscriber(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        Thread alone = Thread.ofVirtual().start(orphan);

        alone.join();
        assertThat(orphan.isClosed()).isTrue();
        assertThat(ended).hasValue(1);
    }

    @Test
    void ringingDoesNotWaitForAClientThatDoesNotRead() throws Exception {
        var unread = new PipedInputStream(16);
        Subscriber stalled = subscriber(new PipedOutputStream(unread));
        Thread stuck = Thread.ofVirtual().start(stalled);
        await().until(() -> stuck.getState() == Thread.State.TIMED_WAITING || stuck.getState() == Thread.State.WAITING);

        for (int i = 0; i < 1000; i++) {
            assertThat(stalled.send(Recording.NEWS).toCompletableFuture()).isCompleted();
        }

        unread.close();
        stuck.join();
        assertThat(stalled.isClosed()).isTrue();
    }

    private void ring() {
        assertThat(subscriber.send(Recording.NEWS).toCompletableFuture()).isCompleted();
    }

    private Subscriber subscriber(OutputStream stream) {
        return Streams.subscriber(tape, terms, 0, stream, ended::incrementAndGet);
    }
}
