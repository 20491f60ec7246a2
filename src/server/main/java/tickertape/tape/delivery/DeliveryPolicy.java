package tickertape.tape.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tickertape.tape.Position;
import tickertape.tape.ResumeOutcome;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.wire.Goodbye;
import tickertape.wire.HeartbeatEvent;
import tickertape.wire.Hello;
import tickertape.wire.TopicInfo;

/// What every subscriber is promised, and the clocks by which it is kept. Safe for any thread.
///
/// @param topics all topics of the tape, sorted by name
/// @param rotation how old a stream becomes; zero for no limit
/// @param random shared by all threads, so it must be safe for them
public record DeliveryPolicy(
        String version,
        List<TopicInfo> topics,
        Duration heartbeat,
        Duration retry,
        Duration rotation,
        InstantSource clock,
        LongSupplier nanoTime,
        RandomGenerator random) {

    /// @param delay how late the messages are; empty if they are not
    Hello hello(Position position, ResumeOutcome resume, Optional<Duration> delay) {
        return new Hello(
                position.epoch(),
                position.offset(),
                clock.instant(),
                heartbeat,
                version,
                resume.text(),
                topics,
                delay.orElse(null));
    }

    HeartbeatEvent heartbeat(Position position) {
        return new HeartbeatEvent(clock.instant(), position.offset());
    }

    Goodbye goodbye(GoodbyeReason reason) {
        return goodbye(reason, 0);
    }

    /// What is said at the end of a stream.
    ///
    /// @param more milliseconds for which the client is asked to stay away beyond the usual time
    public Goodbye goodbye(GoodbyeReason reason, long more) {
        return new Goodbye(reason.text(), retryMillis() + more);
    }

    /// Between half of the setting and one and a half times it: clients that are cut off together do not come
    /// back together.
    long retryMillis() {
        return Math.round(retry.toMillis() * spread());
    }

    /// How many nanoseconds a new stream lasts; spread likewise, so that streams do not all end at once.
    long lifetimeNanos() {
        return rotation.isZero() ? Long.MAX_VALUE : Math.round(rotation.toNanos() * spread());
    }

    private double spread() {
        return random.nextDouble(0.5, 1.5);
    }

    /// Whether a client that was last written to at `since` waits for a heartbeat.
    boolean silent(long since, long now) {
        return now - since >= heartbeat.toNanos();
    }
}
