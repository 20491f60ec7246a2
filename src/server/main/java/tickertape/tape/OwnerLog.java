package tickertape.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that is kept of one owner's private messages; immutable.
///
/// @param logs those of its topics that have messages
/// @param end the offset up to which it may hold something new
/// @param forgotten of topics that are not in `logs`, messages up to this offset may be missing
/// @param defaultRetention how much is kept of a topic that does not say so itself
record OwnerLog(Map<TopicDefinition, TopicLog> logs, long end, long forgotten, int defaultRetention) {

    static OwnerLog empty(long forgotten, int defaultRetention) {
        return new OwnerLog(Map.of(), forgotten, forgotten, defaultRetention);
    }

    OwnerLog plus(Map<TopicDefinition, List<Message>> batch) {
        var next = new LinkedHashMap<>(logs);
        long newEnd = end;
        for (var messages : batch.entrySet()) {
            next.put(messages.getKey(), log(messages.getKey()).plus(messages.getValue()));
            newEnd = Math.max(newEnd, messages.getValue().getLast().offset());
        }
        return new OwnerLog(next, newEnd, forgotten, defaultRetention);
    }

    OwnerLog losing(long newEnd, TopicDefinition topic) {
        var next = new LinkedHashMap<>(logs);
        next.put(topic, log(topic).losing(newEnd));
        return new OwnerLog(next, newEnd, forgotten, defaultRetention);
    }

    /// The same without what is kept for readers that come back.
    OwnerLog withoutHistory() {
        var next = new LinkedHashMap<TopicDefinition, TopicLog>();
        logs.forEach((topic, log) -> {
            TopicLog rest = log.withoutHistory(end);
            if (!rest.isEmpty()) {
                next.put(topic, rest);
            }
        });
        return new OwnerLog(next, end, end, defaultRetention);
    }

    TopicLog log(TopicDefinition topic) {
        TopicLog log = logs.get(topic);
        if (log != null) {
            return log;
        }
        TopicLog empty = TopicLog.of(topic, defaultRetention);
        return forgotten == 0 ? empty : empty.losing(forgotten);
    }

    /// Whether a reader can have stopped here: behind one of the messages that are kept, or among those that are not.
    boolean knows(long offset) {
        return offset == end
                || offset <= lost()
                || logs.values().stream()
                        .flatMap(log -> log.backlog().after(offset - 1).stream().limit(1))
                        .anyMatch(message -> message.offset() == offset);
    }

    private long lost() {
        return logs.values().stream().mapToLong(log -> log.backlog().evicted()).reduce(forgotten, Math::max);
    }

    int history() {
        return logs.values().stream().mapToInt(TopicLog::history).sum();
    }

    boolean isEmpty() {
        return logs.isEmpty();
    }
}
