package tickertape.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first event on every connection: where the tape is, what is on it, and what follows.
///
/// @param offset the end of the tape that the first read goes to
/// @param time the server's clock
/// @param heartbeat after so long a silence a heartbeat comes, at most a second later
/// @param resume what the first read gives: `snapshot`, `resumed`, `conflated` or `gap`
/// @param topics all topics that can be asked for, sorted by name; empty where an older server does not say
/// @param delayed how late every message comes; null if they come at once
public record Hello(
        String epoch,
        long offset,
        Instant time,
        Duration heartbeat,
        String version,
        String resume,
        List<TopicInfo> topics,
        @Nullable Duration delayed) {

    // Not compact: to Java 17, the parameters of a compact constructor have no generic types, so JSON-B would fill the
    // list with maps.
    public Hello(
            String epoch,
            long offset,
            Instant time,
            Duration heartbeat,
            String version,
            String resume,
            List<TopicInfo> topics,
            @Nullable Duration delayed) {
        this.epoch = epoch;
        this.offset = offset;
        this.time = time;
        this.heartbeat = heartbeat;
        this.version = version;
        this.resume = resume;
        this.topics = copy(topics);
        this.delayed = delayed;
    }

    // JSON-B passes null for a property that is not there.
    private static List<TopicInfo> copy(@Nullable List<TopicInfo> topics) {
        return topics == null ? List.of() : List.copyOf(topics);
    }
}
