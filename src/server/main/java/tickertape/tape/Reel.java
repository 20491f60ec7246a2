package tickertape.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The whole tape at one moment; immutable, so that a reader sees a batch whole or not at all.
///
/// It remembers what was read of it, for of thousands of readers most are at the same place and want the same.
final class Reel {

    /// Longer spans than this and than the last batch are those of readers who are behind, each at a place of its own:
    /// nobody would share them.
    private static final int SHARED_SPAN = 1000;

    private static final int SHARED_READS = 1024;

    private final long before;
    private final long end;
    private final Map<TopicDefinition, TopicLog> tracks;
    private final Map<ReadRequest, ReadResult> reads = new ConcurrentHashMap<>();

    /// @param before the offset at which the last batch was appended
    /// @param end the offset of the last message
    private Reel(long before, long end, Map<TopicDefinition, TopicLog> tracks) {
        this.before = before;
        this.end = end;
        this.tracks = tracks;
    }

    static Reel of(Iterable<TopicDefinition> topics, int backlog) {
        var tracks = new LinkedHashMap<TopicDefinition, TopicLog>();
        topics.forEach(topic -> tracks.put(topic, TopicLog.of(topic, backlog)));
        return new Reel(0, 0, tracks);
    }

    Reel plus(long end, Map<TopicDefinition, List<Message>> batch) {
        var next = new LinkedHashMap<>(tracks);
        batch.forEach((topic, messages) -> next.computeIfPresent(topic, (same, track) -> track.plus(messages)));
        return new Reel(this.end, end, next);
    }

    Reel losing(long end, TopicDefinition topic) {
        var next = new LinkedHashMap<>(tracks);
        next.put(topic, track(topic).losing(end));
        return new Reel(this.end, end, next);
    }

    long end() {
        return end;
    }

    TopicLog track(TopicDefinition topic) {
        TopicLog track = tracks.get(topic);
        if (track == null) {
            throw new IllegalArgumentException("topic '%s' is not on this tape".formatted(topic.name()));
        }
        return track;
    }

    /// Of each topic the oldest message behind an offset, as far as it is kept.
    Stream<Message> after(long offset) {
        return tracks.values().stream()
                .flatMap(track -> track.backlog().after(offset).stream().limit(1));
    }

    ReadResult read(ReadRequest span) {
        if (span.from() < before && end - span.from() > SHARED_SPAN) {
            return span.on(this);
        }
        ReadResult known = reads.get(span);
        if (known != null) {
            return known;
        }
        ReadResult read = span.on(this);
        if (reads.size() < SHARED_READS) {
            reads.put(span, read);
        }
        return read;
    }
}
