package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Tape;
import tickertape.tape.metrics.DisconnectReason;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// Every stream that ends is counted once, by the reason.
class DisconnectReasonTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(20, time);
    private final DeliveryPolicy policy = Streams.policy(time, Duration.ofHours(1));
    private final Recording out = new Recording();
    private final StreamCounters counters = new StreamCounters();
    private final LocalCounters local = counters.local();

    @Test
    void everyEndHasItsReason() {
        Subscriber rotated = subscriber(out);
        rotated.serve(local);
        time.pass(Duration.ofHours(2));
        rotated.serve(local);
        Subscriber expired = Streams.subscriber(
                new Cursor(tape, Tapes.both(), Optional.empty(), ConflationPolicy.ALWAYS),
                policy,
                0,
                out,
                new Access("ann", "session:1", Duration.ofMinutes(10).toNanos()),
                () -> {});
        expired.serve(local);
        time.pass(Duration.ofMinutes(10));
        expired.serve(local);
        Subscriber asked = subscriber(out);
        asked.serve(local);
        asked.end(GoodbyeReason.SHUTDOWN);
        asked.serve(local);
        subscriber(failing(new IOException("Broken pipe"))).serve(local);
        subscriber(failing(new IOException("Async IO operation failed", new SocketTimeoutException("no"))))
                .serve(local);
        Subscriber broken = subscriber(new Broken());
        assertThatThrownBy(() -> broken.serve(local)).hasMessage("recycled");
        local.flush();

        assertThat(Stream.of(DisconnectReason.values())
                        .map(StreamCounter::departures)
                        .map(counters::total))
                .containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
    }

    @Test
    void endIsCountedOnce() {
        Subscriber gone = subscriber(failing(new IOException("Broken pipe")));
        gone.serve(local);
        gone.serve(local);
        local.flush();

        assertThat(counters.total(StreamCounter.DEPARTURES_LEFT)).isEqualTo(1);
    }

    private Subscriber subscriber(OutputStream stream) {
        return Streams.subscriber(tape, Tapes.both(), policy, 0, stream, () -> {});
    }

    private static OutputStream failing(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw failure;
            }
        };
    }
}
