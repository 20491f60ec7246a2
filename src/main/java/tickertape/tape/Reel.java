package tickertape.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The whole tape at one moment; immutable, so that a reader sees a batch whole or not at all.
///
/// @param end the offset of the last message
record Reel(long end, Map<Topic, Track> tracks) {

    static Reel of(Iterable<Topic> topics, int backlog) {
        var tracks = new LinkedHashMap<Topic, Track>();
        topics.forEach(topic -> tracks.put(topic, Track.of(topic, backlog)));
        return new Reel(0, tracks);
    }

    Reel plus(long end, Map<Topic, List<Message>> batch) {
        var next = new LinkedHashMap<>(tracks);
        batch.forEach((topic, messages) -> next.computeIfPresent(topic, (same, track) -> track.plus(messages)));
        return new Reel(end, next);
    }

    Reel losing(long end, Topic topic) {
        var next = new LinkedHashMap<>(tracks);
        next.put(topic, track(topic).losing(end));
        return new Reel(end, next);
    }

    Track track(Topic topic) {
        Track track = tracks.get(topic);
        if (track == null) {
            throw new IllegalArgumentException("topic '%s' is not on this tape".formatted(topic.name()));
        }
        return track;
    }
}
