package tickertape.tape;

import java.util.Collection;
import java.util.List;

/// All that is kept of one topic, or of one owner's messages of it; immutable. Each kind of topic has its own.
sealed interface TopicLog permits LatestLog, EveryLog, GrowingLog {

    /// One without messages.
    ///
    /// @param defaultRetention how much is kept of a topic that does not say so itself
    static TopicLog of(TopicDefinition topic, int defaultRetention) {
        int retention = topic.retention().count().orElse(defaultRetention);
        return switch (topic.kind()) {
            case LATEST -> LatestLog.of(topic, retention);
            case EVERY -> EveryLog.of(topic, retention);
            case GROWING -> GrowingLog.of(topic, retention, defaultRetention);
        };
    }

    TopicLog plus(List<Message> more);

    /// The same, where messages up to this offset may be missing.
    TopicLog losing(long offset);

    /// The same without what is kept for readers that come back.
    default TopicLog withoutHistory(long end) {
        return losing(end);
    }

    /// The last messages one by one.
    Backlog backlog();

    /// How much is kept only for readers that come back.
    default int history() {
        return backlog().size();
    }

    boolean isEmpty();

    /// What a reader gets that is new.
    List<Message> snapshot(Filter filter);

    /// What a reader gets that has read up to an offset.
    ///
    /// @param conflated whether it wants changes merged where they may be
    TopicRead read(Filter filter, long from, boolean conflated);

    /// The messages after an offset that a filter lets pass.
    static List<Message> wanted(TopicDefinition topic, Collection<Message> messages, Filter filter, long offset) {
        return messages.stream()
                .filter(message -> message.offset() > offset && filter.wants(topic, message))
                .toList();
    }
}
