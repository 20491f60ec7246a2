package tickertape.client;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tickertape.client.Report.Offline;
import tickertape.client.Report.Origin;

/// A bounded queue in the order of delivery. When it is full, a message merges into an older one of the same key, or
/// is lost and reported as a gap of its topic. One thread at a time.
final class ConflatingQueue {

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    // The entry into which a newer message of the key may merge.
    private final Map<QueuedMessage.Key, Entry> newest = new HashMap<>();
    // The gap report of each topic of which no event waits behind the report.
    private final Map<String, Entry> gaps = new HashMap<>();
    private final int capacity;
    private final WhenFull whenFull;

    ConflatingQueue(int capacity, WhenFull whenFull) {
        this.capacity = capacity;
        this.whenFull = whenFull;
    }

    /// A message that waits, and the position that was reached before it.
    private static final class Entry {
        final @Nullable String before;
        QueuedMessage message;

        Entry(@Nullable String before, QueuedMessage message) {
            this.before = before;
            this.message = message;
        }
    }

    /// Whether it can be taken now. Reports are neither merged nor lost, so they wait under both policies.
    boolean fits(QueuedMessage message) {
        return !full() || (whenFull == WhenFull.CONFLATE && !message.isReport());
    }

    /// Takes a message that fits: appends it, merges it into an older one, or reports it as lost.
    ///
    /// @param before the position that was reached before it
    void take(QueuedMessage message, @Nullable String before) {
        Entry older = message.key() == null ? null : newest.get(message.key());
        String droppable = message.droppableTopic();
        if (!full()) {
            append(message, before);
        } else if (droppable != null) {
            reportGap(droppable, before);
        } else if (older != null) {
            older.message = older.message.mergedWith(message);
        } else {
            append(message, before);
        }
    }

    /// Takes this report even when the queue is full. Of several in a row it then keeps the last.
    void post(Offline report, @Nullable String before) {
        QueuedMessage message = QueuedMessage.of(report);
        Entry last = entries.peekLast();
        if (full() && last != null && last.message.isOffline()) {
            last.message = message;
        } else {
            append(message, before);
        }
    }

    /// Removes the next message and returns it, if it passes this test.
    Optional<QueuedMessage> poll(Predicate<QueuedMessage> deliverable) {
        Entry head = entries.peek();
        if (head == null || !deliverable.test(head.message)) {
            return Optional.empty();
        }
        entries.remove();
        if (head.message.key() != null) {
            newest.remove(head.message.key(), head);
        }
        gaps.values().remove(head);
        return Optional.of(head.message);
    }

    /// The position that was reached before the next message.
    ///
    /// @param end the position if no message waits
    @Nullable
    String before(@Nullable String end) {
        Entry head = entries.peek();
        return head == null ? end : head.before;
    }

    private boolean full() {
        return entries.size() >= capacity;
    }

    private void reportGap(String topic, @Nullable String before) {
        if (!gaps.containsKey(topic)) {
            var report = new Report.Gap(List.of(topic), Origin.BUFFER);
            gaps.put(topic, append(QueuedMessage.of(report), before));
        }
    }

    private Entry append(QueuedMessage message, @Nullable String before) {
        var entry = new Entry(before, message);
        entries.add(entry);
        String topic = message.droppableTopic();
        if (message.key() != null) {
            newest.put(message.key(), entry);
        } else if (topic != null) {
            gaps.remove(topic);
        } else if (message.startsAnew()) {
            // Later messages must not merge into earlier ones: the consumer throws those away when it gets this one.
            newest.clear();
        }
        return entry;
    }
}
