package tickertape.tape.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tickertape.tape.Position;
import tickertape.tape.Resume;

/// What every subscriber is promised, and the clocks by which the promises are kept. Safe for any thread.
///
/// @param random shared by all threads, so it must be safe for them
record Terms(
        String version,
        Duration heartbeat,
        Duration retry,
        InstantSource clock,
        LongSupplier nanoTime,
        RandomGenerator random) {

    Hello hello(Position position, Resume resume) {
        return new Hello(position.epoch(), position.offset(), clock.instant(), heartbeat, version, resume.text());
    }

    Beat beat(Position position) {
        return new Beat(clock.instant(), position.offset());
    }

    Goodbye goodbye(Ending ending) {
        return new Goodbye(ending.text(), retryMillis());
    }

    /// Between half of the setting and one and a half, so that clients cut off together do not come back together.
    long retryMillis() {
        return Math.round(retry.toMillis() * random.nextDouble(0.5, 1.5));
    }

    boolean silentSince(long nanos) {
        return nanoTime.getAsLong() - nanos >= heartbeat.toNanos();
    }
}
