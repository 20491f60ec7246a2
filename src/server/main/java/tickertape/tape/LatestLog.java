package tickertape.tape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What is kept of a topic of which the latest message of each key matters.
///
/// @param latest the newest message of each key, in the order of their offsets
record LatestLog(TopicDefinition topic, Backlog backlog, SequencedMap<String, Message> latest) implements TopicLog {

    static LatestLog of(TopicDefinition topic, int retention) {
        return new LatestLog(
                topic, Backlog.ofLast(retention), Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
    }

    @Override
    public LatestLog plus(List<Message> more) {
        var newest = new LinkedHashMap<>(latest);
        for (Message message : more) {
            newest.putLast(message.key(), message);
        }
        Backlog enough = backlog.ofAtLeast(topic.retention().forEachKey() * newest.size());
        return new LatestLog(topic, enough.plus(more), Collections.unmodifiableSequencedMap(newest));
    }

    @Override
    public LatestLog losing(long offset) {
        return new LatestLog(topic, backlog.lost(offset), latest);
    }

    @Override
    public boolean isEmpty() {
        return latest.isEmpty();
    }

    @Override
    public List<Message> snapshot(Filter filter) {
        return changed(filter, 0);
    }

    @Override
    public TopicRead read(Filter filter, long from, boolean conflated) {
        if (!conflated && from >= backlog.evicted()) {
            return TopicRead.oneByOne(TopicLog.wanted(topic, backlog.after(from), filter, from));
        }
        List<Message> changed = changed(filter, from);
        // Nothing is known of the messages that have left the backlog.
        return TopicRead.conflated(changed, false, conflated ? 0 : count(filter, from) - changed.size());
    }

    private List<Message> changed(Filter filter, long from) {
        return TopicLog.wanted(topic, latest.values(), filter, from);
    }

    private int count(Filter filter, long from) {
        List<Message> all = backlog.after(from);
        return filter.wantsAll(topic)
                ? all.size()
                : TopicLog.wanted(topic, all, filter, from).size();
    }
}
