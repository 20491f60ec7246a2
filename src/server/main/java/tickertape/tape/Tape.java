package tickertape.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final OwnerHistories histories;
    private volatile Reel reel;

    /// One text of a growing topic.
    private record TextId(TopicDefinition topic, Optional<String> owner, String key) {}

    /// @param epoch names this tape in every position on it; never used before for another one
    /// @param topics all that will ever be appended to
    /// @param retention how many messages of each topic are kept, where the topic does not say so itself
    /// @param privateRetention how many messages of private topics are kept of all owners together
    /// @param nanoTime a monotonic clock, as [System#nanoTime()]
    public Tape(String epoch, Set<TopicDefinition> topics, int retention, int privateRetention, LongSupplier nanoTime) {
        var names = new HashSet<String>();
        for (TopicDefinition topic : topics) {
            if (!names.add(
                    topic.name() + topic.variant().map(TopicVariant::value).orElse(""))) {
                throw new IllegalArgumentException("two topics are called '%s'".formatted(topic.name()));
            }
        }
        this.epoch = epoch;
        this.topics = Set.copyOf(topics);
        this.nanoTime = nanoTime;
        this.histories = new OwnerHistories(privateRetention);
        var forAll = topics.stream().filter(topic -> !topic.isPrivate()).toList();
        this.reel = new Reel(0, SharedLog.of(forAll, retention), OwnerLogs.empty(retention));
    }

    public Set<TopicDefinition> topics() {
        return topics;
    }

    /// What all positions on this tape begin with.
    public String epoch() {
        return epoch;
    }

    /// The position after the last message.
    public Position end() {
        return new Position(epoch, reel.end());
    }

    /// The offset up to which it holds messages for all.
    public long sharedEnd() {
        return reel.shared().end();
    }

    /// Appends a batch, as one step: a reader sees all of it or nothing.
    ///
    /// @return the position after it
    /// @throws RejectedPieceException if a text of a growing topic does not take its piece; nothing is appended
    ///     then
    public Position append(List<Draft> drafts) {
        drafts.forEach(this::check);
        return append(located(drafts), nanoTime.getAsLong());
    }

    private void check(Draft draft) {
        TopicDefinition topic = draft.topic();
        if (!topics.contains(topic)) {
            throw new IllegalArgumentException("topic '%s' is not on this tape".formatted(topic.name()));
        }
        if (topic.isPrivate() != draft.owner().isPresent()) {
            throw new IllegalArgumentException(
                    topic.isPrivate()
                            ? "a message of topic '%s', which is private, has no owner".formatted(topic.name())
                            : "topic '%s' is for all: its messages have no owner".formatted(topic.name()));
        }
    }

    /// The same drafts, where each piece knows how much of its text comes before it. Publishers' code makes the
    /// JSON, so this is done without the lock; if another publisher appends to the same text meanwhile, its log
    /// rejects the piece.
    private List<Draft> located(List<Draft> drafts) {
        if (drafts.stream().allMatch(draft -> draft.piece() == null)) {
            return drafts;
        }
        Reel now = reel;
        var lengths = new HashMap<TextId, Integer>();
        return drafts.stream()
                .map(draft -> {
                    Piece piece = draft.piece();
                    if (piece == null) {
                        return draft;
                    }
                    var text = new TextId(draft.topic(), draft.owner(), draft.key());
                    int from = lengths.computeIfAbsent(text, id -> length(now, id));
                    lengths.put(text, from + piece.text().length());
                    return draft.startingAt(from);
                })
                .toList();
    }

    private static int length(Reel reel, TextId text) {
        TopicLog log = text.owner()
                .map(owner -> reel.owned().of(owner).log(text.topic()))
                .orElseGet(() -> reel.shared().log(text.topic()));
        return log instanceof GrowingLog texts ? texts.length(text.key()) : 0;
    }

    private synchronized Position append(List<Draft> drafts, long nanos) {
        long offset = reel.end();
        Map<TopicDefinition, List<Message>> shared = new LinkedHashMap<>();
        Map<String, Map<TopicDefinition, List<Message>>> owned = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            offset++;
            Map<TopicDefinition, List<Message>> batch = draft.owner()
                    .map(owner -> owned.computeIfAbsent(owner, same -> new LinkedHashMap<>()))
                    .orElse(shared);
            batch.computeIfAbsent(draft.topic(), topic -> new ArrayList<>())
                    .add(draft.at(new Position(epoch, offset), nanos));
        }
        // An append of private messages leaves the shared log as it is, and with it what readers have read of it.
        SharedLog forAll = shared.isEmpty() ? reel.shared() : reel.shared().plus(offset, shared);
        reel = new Reel(offset, forAll, owned.isEmpty() ? reel.owned() : owned(offset, owned));
        return new Position(epoch, offset);
    }

    private OwnerLogs owned(long end, Map<String, Map<TopicDefinition, List<Message>>> batch) {
        OwnerLogs owned = reel.owned();
        var changed = new LinkedHashMap<String, OwnerLog>();
        batch.forEach((owner, messages) -> changed.put(owner, owned.of(owner).plus(end, messages)));
        changed.forEach((owner, log) -> histories.appended(owner, log.history()));
        for (String owner : histories.excess()) {
            changed.put(owner, changed.getOrDefault(owner, owned.of(owner)).withoutHistory());
        }
        return owned.with(changed);
    }

    /// Marks messages of a topic as lost before they were appended: its readers get a gap.
    public synchronized void lose(TopicDefinition topic) {
        long end = reel.end() + 1;
        reel = new Reel(end, reel.shared().losing(end, topic), reel.owned());
    }

    /// Marks messages of a private topic as lost before they were appended: their owner gets a gap.
    public synchronized void lose(TopicDefinition topic, String owner) {
        if (!topic.isPrivate()) {
            throw new IllegalArgumentException("topic '%s' is for all".formatted(topic.name()));
        }
        long end = reel.end() + 1;
        OwnerLog log = reel.owned().of(owner).losing(end, topic);
        histories.appended(owner, log.history());
        reel = new Reel(end, reel.shared(), reel.owned().with(Map.of(owner, log)));
    }

    /// For how many nanoseconds the oldest message for all after an offset has been here; 0 if there is none.
    public long age(long offset) {
        long now = nanoTime();
        return reel.shared()
                .after(offset)
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
    public boolean knows(Position position) {
        return position.epoch().equals(epoch) && position.offset() <= reel.end();
    }
}
