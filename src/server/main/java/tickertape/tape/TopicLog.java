package tickertape.tape;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// All that is kept of one topic; immutable.
///
/// @param latest of a topic of kind LATEST the newest message of each key, in the order of their offsets; else empty
record TopicLog(TopicDefinition topic, Backlog backlog, SequencedMap<String, Message> latest) {

    static TopicLog of(TopicDefinition topic, int limit) {
        return new TopicLog(topic, Backlog.ofLast(limit), Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
    }

    TopicLog plus(List<Message> more) {
        return new TopicLog(
                topic, backlog.plus(more), topic.kind() == TopicDefinition.Kind.LATEST ? newest(more) : latest);
    }

    TopicLog losing(long offset) {
        return new TopicLog(topic, backlog.lost(offset), latest);
    }

    private SequencedMap<String, Message> newest(List<Message> more) {
        var newest = new LinkedHashMap<>(latest);
        for (Message message : more) {
            newest.putLast(message.key(), message);
        }
        return Collections.unmodifiableSequencedMap(newest);
    }

    /// Every message after an offset that the filter lets pass, if the backlog still holds them all.
    List<Message> unread(Filter filter, long offset) {
        return chosen(backlog.after(offset), filter, offset);
    }

    /// How many messages those would be.
    int count(Filter filter, long offset) {
        List<Message> all = backlog.after(offset);
        return filter.wantsAll(topic)
                ? all.size()
                : (int) all.stream()
                        .filter(message -> filter.wants(topic, message))
                        .count();
    }

    /// Of each key that changed after an offset, and that the filter lets pass, the newest message.
    List<Message> changed(Filter filter, long offset) {
        return chosen(latest.values(), filter, offset);
    }

    /// Whether messages after an offset may have left the backlog.
    boolean lost(long offset) {
        return offset < backlog.evicted();
    }

    private List<Message> chosen(Collection<Message> messages, Filter filter, long offset) {
        return messages.stream()
                .filter(message -> message.offset() > offset && filter.wants(topic, message))
                .toList();
    }
}
