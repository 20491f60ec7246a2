package tickertape.tape;

import java.util.List;

/// What is kept of a topic of which each message matters.
record EveryLog(TopicDefinition topic, Backlog backlog) implements TopicLog {

    static EveryLog of(TopicDefinition topic, int retention) {
        return new EveryLog(topic, Backlog.ofLast(retention));
    }

    @Override
    public EveryLog plus(List<Message> more) {
        return new EveryLog(topic, backlog.plus(more));
    }

    @Override
    public EveryLog losing(long offset) {
        return new EveryLog(topic, backlog.lost(offset));
    }

    @Override
    public boolean isEmpty() {
        return backlog.size() == 0;
    }

    /// Nothing: a new reader begins at the end of the tape.
    @Override
    public List<Message> snapshot(Filter filter) {
        return List.of();
    }

    @Override
    public TopicRead read(Filter filter, long from, boolean conflated) {
        return TopicRead.every(TopicLog.wanted(topic, backlog.after(from), filter, from), from < backlog.evicted());
    }
}
