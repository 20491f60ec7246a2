package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.tape.Tape;
import tickertape.tape.wire.Ending;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// Streams that are written to only so often, and streams that grow old.
class PacedSubscriberTest {

    private static final Duration ROTATION = Duration.ofHours(1);

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(10, time);
    private final Recording out = new Recording();
    private final Subscriber subscriber = Streams.subscriber(tape, Streams.terms(time, ROTATION), 0.5, out, () -> {});
    private final Thread thread = Thread.ofVirtual().unstarted(subscriber);

    @AfterEach
    void endTheThread() throws InterruptedException {
        subscriber.end(Ending.SHUTDOWN);
        thread.join();
    }

    @Test
    void betweenTwoWritesTheIntervalPassesAndChangesAreMerged() {
        tape.append(Tapes.batch("qA1"));
        thread.start();
        out.await("data: 1\n");
        tape.append(Tapes.batch("qA2 qA3 tA4"));
        ring();
        time.pass(Duration.ofMillis(1999));
        ring();
        tape.append(Tapes.batch("qA5 tA6"));
        ring();

        time.pass(Duration.ofMillis(1));
        ring();

        out.await("data: 6\n");
        assertThat(values()).isEqualTo("1 4 5 6");
    }

    @Test
    void firstNewsAfterALongSilenceComesAtOnce() {
        thread.start();
        out.await("hello");
        time.pass(Duration.ofSeconds(10));

        tape.append(Tapes.batch("qA1"));
        ring();

        out.await("data: 1\n");
    }

    @Test
    void heartbeatDoesNotWaitForTheRate() {
        Subscriber slow = Streams.subscriber(tape, Streams.terms(time, ROTATION), 0.01, out, () -> {});
        Thread.ofVirtual().start(slow);
        tape.append(Tapes.batch("qA1"));
        slow.send(Recording.NEWS);
        out.await("data: 1\n");
        tape.append(Tapes.batch("qA2"));

        time.pass(Streams.HEARTBEAT);
        slow.send(Recording.NEWS);

        out.await("id: e0-1\nevent: heartbeat");
        assertThat(out.text()).doesNotContain("data: 2");
        slow.end(Ending.SHUTDOWN);
    }

    @Test
    void goodbyeDoesNotWaitForTheRate() throws InterruptedException {
        tape.append(Tapes.batch("qA1"));
        thread.start();
        out.await("data: 1\n");

        subscriber.end(Ending.SHUTDOWN);

        thread.join();
        assertThat(out.text()).contains("event: goodbye");
    }

    @Test
    void oldStreamIsAskedToComeBack() throws InterruptedException {
        thread.start();
        out.await("hello");

        time.pass(ROTATION.multipliedBy(3).dividedBy(2));
        ring();

        thread.join();
        assertThat(out.text()).contains("event: goodbye\ndata: {\"reason\":\"rotation\",\"retry\":");
    }

    private void ring() {
        assertThat(subscriber.send(Recording.NEWS).toCompletableFuture()).isCompleted();
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
