package tickertape.tape.delivery;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Patience;
import tickertape.tape.Tape;
import tickertape.tape.wire.EventWriter;
import tickertape.testing.FakeTime;
import tickertape.web.Json;

/// Subscribers as a test wants them: with a clock that is moved by hand, and chance from a seed.
final class Streams {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private Streams() {}

    static Terms terms(FakeTime time, Duration rotation) {
        return new Terms(
                "1.0", HEARTBEAT, Duration.ofSeconds(3), rotation, time, time::nanoTime, new SplittableRandom(1));
    }

    static Subscriber subscriber(
            Tape tape, Filter filter, Terms terms, double rate, OutputStream out, Runnable afterwards) {
        Patience patience = rate == 0 ? new Patience(5, Duration.ofSeconds(1)) : Patience.NONE;
        var cursor = new Cursor(tape, filter, Optional.empty(), patience);
        return new Subscriber(cursor, new EventWriter(out, Json.create()), terms, new Throttle(rate), afterwards);
    }
}
