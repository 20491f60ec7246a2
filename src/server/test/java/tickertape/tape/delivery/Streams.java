package tickertape.tape.delivery;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Tape;
import tickertape.tape.sse.SseWriter;
import tickertape.tape.sse.StreamCoding;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;

/// Subscribers for tests: with a clock that is moved by hand, and chance from a seed.
final class Streams {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private Streams() {}

    static DeliveryPolicy policy(FakeTime time, Duration rotation) {
        return new DeliveryPolicy(
                "1.0",
                List.of(Tapes.QUOTE.info(), Tapes.TRADE.info()),
                HEARTBEAT,
                Duration.ofSeconds(3),
                rotation,
                time,
                time::nanoTime,
                new SplittableRandom(1));
    }

    static Subscriber subscriber(
            Tape tape, Filter filter, DeliveryPolicy policy, double rate, OutputStream out, Runnable completion) {
        ConflationPolicy conflation =
                rate == 0 ? new ConflationPolicy(5, Duration.ofSeconds(1)) : ConflationPolicy.ALWAYS;
        return subscriber(new Cursor(tape, filter, Optional.empty(), conflation), policy, rate, out, completion);
    }

    static Subscriber subscriber(
            Cursor cursor, DeliveryPolicy policy, double rate, OutputStream out, Runnable completion) {
        return subscriber(cursor, policy, rate, out, Access.PUBLIC, completion);
    }

    static Subscriber subscriber(
            Cursor cursor, DeliveryPolicy policy, double rate, OutputStream out, Access access, Runnable completion) {
        return new Subscriber(
                cursor,
                new SseWriter(out, StreamCoding.IDENTITY, JsonbProvider.create()),
                policy,
                new Throttle(rate),
                access,
                completion);
    }
}
