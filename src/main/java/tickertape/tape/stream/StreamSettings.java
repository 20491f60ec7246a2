package tickertape.tape.stream;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.tape.Patience;

/// Settings of the stream: `stream.…`.
@Dependent
@ConfigProperties(prefix = "stream")
public class StreamSettings {

    /// After so long without a word a reader gets a heartbeat.
    public Duration heartbeat = Duration.ofSeconds(15);

    /// How many messages of each topic are kept for those who come back.
    public int backlog = 10_000;

    /// Up to so many changes of a topic a returning reader gets one by one; of more it gets the latest of each key.
    public int burst = 1000;

    /// Once the oldest unread change is older, a slow reader gets the latest of each key.
    public Duration lag = Duration.ofSeconds(1);

    /// How long a client is asked to wait before it connects again; each is told its own time, around this one.
    public Duration retry = Duration.ofSeconds(3);

    /// How many streams there may be in all.
    public int subscribers = 10_000;

    /// How many streams one address may have; 0 for no limit.
    @ConfigProperty(name = "subscribers-per-address", defaultValue = "0")
    public int subscribersPerAddress = 0;

    /// How old a stream becomes before it is asked to come back, each at its own time around this one; PT0S for ever.
    public Duration rotation = Duration.ZERO;

    StreamSettings checked() {
        require(heartbeat.compareTo(Duration.ofMillis(100)) >= 0, "stream.heartbeat", "at least PT0.1S", heartbeat);
        require(backlog >= 1, "stream.backlog", "at least 1", backlog);
        require(burst >= 0, "stream.burst", "not negative", burst);
        require(!lag.isNegative(), "stream.lag", "not negative", lag);
        require(retry.toMillis() >= 1, "stream.retry", "at least PT0.001S", retry);
        require(subscribers >= 1, "stream.subscribers", "at least 1", subscribers);
        require(subscribersPerAddress >= 0, "stream.subscribers-per-address", "not negative", subscribersPerAddress);
        require(!rotation.isNegative(), "stream.rotation", "not negative", rotation);
        return this;
    }

    Patience patience() {
        return new Patience(burst, lag);
    }

    private static void require(boolean holds, String name, String bound, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("%s must be %s, not %s".formatted(name, bound, value));
        }
    }
}
