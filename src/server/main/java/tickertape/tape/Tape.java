package tickertape.tape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One totally ordered log of messages, of which it keeps the last of each topic.
///
/// Any thread may append and read. Appending takes a short lock; reading takes none, because what is read is one
/// immutable [Reel] that each batch replaces.
public final class Tape {

    private final String epoch;
    private final Set<TopicDefinition> topics;
    private final LongSupplier nanoTime;
    private final OwnerHistories histories;
    private final int retention;
    private final int privateRetention;
    private final Duration delay;
    private volatile Reel reel;

    /// Where each batch goes as well; null if nowhere.
    private @Nullable DelayLine line;

    /// @param epoch names this tape in every position on it; never used before for another one
    /// @param topics all that will ever be appended to
    /// @param retention how many messages of each topic are kept, where the topic does not say so itself
    /// @param privateRetention how many messages of private topics are kept of all owners together
    /// @param nanoTime a monotonic clock, as [System#nanoTime()]
    public Tape(String epoch, Set<TopicDefinition> topics, int retention, int privateRetention, LongSupplier nanoTime) {
        this(epoch, topics, retention, privateRetention, nanoTime, Duration.ZERO);
    }

    private Tape(
            String epoch,
            Set<TopicDefinition> topics,
            int retention,
            int privateRetention,
            LongSupplier nanoTime,
            Duration delay) {
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
        this.retention = retention;
        this.privateRetention = privateRetention;
        this.delay = delay;
        this.histories = new OwnerHistories(privateRetention);
        var forAll = topics.stream().filter(topic -> !topic.isPrivate()).toList();
        this.reel = new Reel(0, SharedLog.of(forAll, retention), OwnerLogs.empty(retention));
    }

    /// An empty tape of the same epoch for the same messages, later.
    Tape later(Duration time) {
        return new Tape(epoch, topics, retention, privateRetention, nanoTime, time);
    }

    /// From now on, each batch goes there as well.
    synchronized void feed(DelayLine delayed) {
        line = delayed;
    }

    /// How late its messages are; empty if they are not.
    public Optional<Duration> delay() {
        return delay.isZero() ? Optional.empty() : Optional.of(delay);
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
        return append(TextLocation.located(drafts, reel), nanoTime.getAsLong());
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
        place(offset, shared, owned);
        if (line != null) {
            line.add(new Batch(offset, nanos, shared, owned, Set.of()));
        }
        return new Position(epoch, offset);
    }

    /// Appends a batch of another tape, at its offsets.
    synchronized void append(Batch batch) {
        batch.losses().forEach(loss -> forget(batch.end(), loss));
        long now = nanoTime();
        var owned = new LinkedHashMap<String, Map<TopicDefinition, List<Message>>>();
        batch.owned().forEach((owner, logs) -> owned.put(owner, at(now, logs)));
        place(batch.end(), at(now, batch.shared()), owned);
    }

    private static Map<TopicDefinition, List<Message>> at(long nanos, Map<TopicDefinition, List<Message>> logs) {
        var later = new LinkedHashMap<TopicDefinition, List<Message>>();
        logs.forEach((topic, messages) -> later.put(
                topic, messages.stream().map(message -> message.at(nanos)).toList()));
        return later;
    }

    private void place(
            long end,
            Map<TopicDefinition, List<Message>> shared,
            Map<String, Map<TopicDefinition, List<Message>>> owned) {
        // An append of private messages leaves the shared log as it is, and with it what readers have read of it.
        SharedLog forAll = shared.isEmpty() ? reel.shared() : reel.shared().plus(end, shared);
        reel = new Reel(end, forAll, owned.isEmpty() ? reel.owned() : owned(end, owned));
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
    public void lose(TopicDefinition topic) {
        lose(new Batch.Loss(topic, Optional.empty()));
    }

    /// Marks messages of a private topic as lost before they were appended: their owner gets a gap.
    public void lose(TopicDefinition topic, String owner) {
        if (!topic.isPrivate()) {
            throw new IllegalArgumentException("topic '%s' is for all".formatted(topic.name()));
        }
        lose(new Batch.Loss(topic, Optional.of(owner)));
    }

    private synchronized void lose(Batch.Loss loss) {
        long end = reel.end() + 1;
        forget(end, loss);
        if (line != null) {
            line.add(Batch.losing(end, nanoTime(), loss));
        }
    }

    private void forget(long end, Batch.Loss loss) {
        if (loss.owner().isEmpty()) {
            reel = new Reel(end, reel.shared().losing(end, loss.topic()), reel.owned());
            return;
        }
        String owner = loss.owner().get();
        OwnerLog log = reel.owned().of(owner).losing(end, loss.topic());
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
