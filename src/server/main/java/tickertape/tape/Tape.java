package tickertape.tape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// One totally ordered log of messages, of which it keeps the last of each topic.
///
/// Any thread may append and read. Appending takes a short lock; reading takes none, because what is read is one
/// immutable [Reel] that each batch replaces.
public final class Tape {

    private final String epoch;
    private final Set<TopicDefinition> topics;
    private final LongSupplier nanoTime;
    private volatile Reel reel;

    /// @param epoch names this tape in every position on it; never used before for another one
    /// @param topics all that will ever be appended to
    /// @param backlog how many messages of each topic are kept
    /// @param nanoTime a monotonic clock, as [System#nanoTime()]
    public Tape(String epoch, Set<TopicDefinition> topics, int backlog, LongSupplier nanoTime) {
        this.epoch = epoch;
        this.topics = Set.copyOf(topics);
        this.nanoTime = nanoTime;
        this.reel = Reel.of(topics, backlog);
    }

    public Set<TopicDefinition> topics() {
        return topics;
    }

    /// What all positions on this tape begin with.
    public String epoch() {
        return epoch;
    }

    /// The place after the last message.
    public Position end() {
        return new Position(epoch, reel.end());
    }

    /// Puts a batch at the end, as one step: a reader sees all of it or nothing.
    ///
    /// @return the place after it
    public synchronized Position append(List<Draft> drafts) {
        long nanos = nanoTime.getAsLong();
        long offset = reel.end();
        Map<TopicDefinition, List<Message>> batch = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (!topics.contains(draft.topic())) {
                throw new IllegalArgumentException(
                        "topic '%s' is not on this tape".formatted(draft.topic().name()));
            }
            offset++;
            batch.computeIfAbsent(draft.topic(), topic -> new ArrayList<>())
                    .add(draft.at(new Position(epoch, offset), nanos));
        }
        reel = reel.plus(offset, batch);
        return new Position(epoch, offset);
    }

    /// Owns up to messages of a topic that never came to be: whoever reads on is told of a gap.
    public synchronized void lose(TopicDefinition topic) {
        reel = reel.losing(reel.end() + 1, topic);
    }

    /// For how many nanoseconds the oldest message behind an offset has been here; 0 if there is none.
    public long age(long offset) {
        long now = nanoTime();
        return reel.after(offset)
                .mapToLong(message -> now - message.nanos())
                .max()
                .orElse(0);
    }

    Reel reel() {
        return reel;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /// Whether a position is one that this tape has written.
    boolean knows(Position position) {
        return position.epoch().equals(epoch) && position.offset() <= reel.end();
    }
}
