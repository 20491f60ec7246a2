package tickertape.tape;

import java.time.Duration;
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
        TopicDefinition.requireDistinct(topics);
        this.topics = Set.copyOf(topics);
        this.nanoTime = nanoTime;
        this.retention = retention;
        this.privateRetention = privateRetention;
        this.delay = delay;
        this.histories = new OwnerHistories(privateRetention);
        this.reel = new Reel(epoch, SharedLog.of(forAll(), retention), OwnerLogs.empty(retention));
    }

    private List<TopicDefinition> forAll() {
        return topics.stream().filter(topic -> !topic.isPrivate()).toList();
    }

    /// An empty tape of the same epoch for the same messages, later.
    Tape later(Duration time) {
        return new Tape(epoch(), topics, retention, privateRetention, nanoTime, time);
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
        return reel.epoch();
    }

    /// The position after the last message for all.
    public Position end() {
        Reel now = reel;
        return Position.of(now.epoch(), now.shared().end());
    }

    /// Appends a batch, as one step: a reader sees all of it or nothing.
    ///
    /// @return the position after its messages for all
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
        add(Batch.of(drafts, reel, nanos));
        return end();
    }

    /// Appends what lies in a log that other servers read too, as it is: also messages of topics that are not on this
    /// tape have their offsets.
    synchronized Batch repeat(List<Draft> drafts) {
        Batch batch = Batch.of(drafts, reel, nanoTime());
        add(batch);
        return batch;
    }

    /// Begins anew: of what came before this end, only the latest messages are known. In the same epoch, readers go on;
    /// in another one, they are void.
    synchronized void begin(BatchFormat.Known known) {
        SharedLog shared = SharedLog.of(forAll(), retention).beginning(known.end(), known.latest());
        reel = new Reel(known.epoch(), shared, OwnerLogs.beginning(known.end(), known.ends(), retention));
    }

    private void add(Batch batch) {
        place(batch);
        if (line != null) {
            line.add(batch);
        }
    }

    /// Appends a batch of another tape, at its offsets.
    synchronized void append(Batch batch) {
        place(batch.at(nanoTime()));
    }

    // One step for readers, with all that is lost in it.
    private void place(Batch batch) {
        SharedLog shared = reel.shared();
        OwnerLogs owned = reel.owned();
        for (Batch.Loss loss : batch.lossesInOrder()) {
            if (loss.owner().isPresent()) {
                String owner = loss.owner().get();
                owned = with(owned, Map.of(owner, owned.of(owner).losing(loss.offset(), loss.topic())));
            } else {
                shared = shared.losing(loss.offset(), loss.topic());
            }
        }
        // An append of private messages leaves the shared log as it is, and with it what readers have read of it.
        if (batch.end() > shared.end() || !batch.shared().isEmpty()) {
            shared = shared.plus(batch.end(), batch.shared());
        }
        if (!batch.owned().isEmpty()) {
            var changed = new LinkedHashMap<String, OwnerLog>();
            OwnerLogs before = owned;
            batch.owned()
                    .forEach((owner, messages) ->
                            changed.put(owner, before.of(owner).plus(messages)));
            owned = with(owned, changed);
        }
        reel = new Reel(reel.epoch(), shared, owned);
    }

    private OwnerLogs with(OwnerLogs owned, Map<String, OwnerLog> logs) {
        var changed = new LinkedHashMap<>(logs);
        logs.forEach((owner, log) -> histories.appended(owner, log.history()));
        for (String owner : histories.excess()) {
            changed.put(owner, changed.getOrDefault(owner, owned.of(owner)).withoutHistory());
        }
        return owned.with(changed);
    }

    /// Marks messages of a topic as lost before they were appended: its readers get a gap.
    public void lose(TopicDefinition topic) {
        lose(topic, Optional.empty());
    }

    /// Marks messages of a private topic as lost before they were appended: their owner gets a gap.
    public void lose(TopicDefinition topic, String owner) {
        if (!topic.isPrivate()) {
            throw new IllegalArgumentException("topic '%s' is for all".formatted(topic.name()));
        }
        lose(topic, Optional.of(owner));
    }

    private synchronized void lose(TopicDefinition topic, Optional<String> owner) {
        var offsets = new Offsets(reel);
        long offset = offsets.next(owner);
        add(new Batch(offsets.shared(), nanoTime(), Map.of(), Map.of(), Set.of(new Batch.Loss(topic, owner, offset))));
    }

    /// How many messages for all lie behind an offset.
    public long behind(long offset) {
        return end().offset() - offset;
    }

    /// For how many nanoseconds the oldest message for all after an offset has been here; 0 if there is none.
    public long age(long offset) {
        long now = nanoTime();
        return reel.shared()
                .after(offset * Position.PARTS)
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

    /// The last of those positions that a reader can have stopped at; empty if it can at none.
    ///
    /// @param owner whose private messages it reads, if it does
    public Optional<Position> last(List<Position> positions, Optional<String> owner) {
        return positions.stream().filter(position -> knows(position, owner)).max(Position.ORDER);
    }

    /// The furthest of those positions that lie behind its end: nobody who reads this tape can have stopped there, but
    /// a reader of another server which shares it.
    public Optional<Position> ahead(List<Position> positions) {
        Position end = end();
        return positions.stream()
                .filter(position -> position.epoch().equals(end.epoch()) && position.offset() > end.offset())
                .max(Position.ORDER);
    }

    /// Whether a position is one that a reader can have stopped at.
    ///
    /// @param owner whose private messages it reads, if it does
    boolean knows(Position position, Optional<String> owner) {
        Reel now = reel;
        long order = position.order();
        return position.epoch().equals(now.epoch())
                && (position.part() == 0
                        ? order <= now.shared().end()
                        : owner.filter(its -> now.owned().of(its).knows(order)).isPresent());
    }
}
