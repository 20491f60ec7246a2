package tickertape.client;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tickertape.client.Report.Connected;
import tickertape.client.Report.Offline;
import tickertape.client.Report.Origin;

/// Messages in the order in which they are delivered, so many at most, and what becomes of those that are too many. One
/// thread at a time.
final class ConflatingQueue {

    private final ArrayDeque<Letter> messages = new ArrayDeque<>();
    // The newest letter of each thing of which only the latest counts.
    private final Map<Object, Letter> latest = new HashMap<>();
    private final int capacity;
    private final WhenFull whenFull;
    private @Nullable Letter gap;

    ConflatingQueue(int capacity, WhenFull whenFull) {
        this.capacity = capacity;
        this.whenFull = whenFull;
    }

    /// A message on its way, and the position that was reached before it.
    private static final class Letter {
        final @Nullable String before;
        StreamMessage message;

        Letter(@Nullable String before, StreamMessage message) {
            this.before = before;
            this.message = message;
        }
    }

    /// Whether it can be taken now. Reports are neither merged nor lost, so under both policies they wait.
    boolean fits(StreamMessage message) {
        return !full() || (whenFull == WhenFull.CONFLATE && !(message instanceof StreamMessage.Reported));
    }

    /// Takes what fits: as one more, in place of an older one, or, of trades, as a gap.
    ///
    /// @param before the position that was reached before it
    void take(StreamMessage message, @Nullable String before) {
        Object key = key(message);
        Letter older = key == null ? null : latest.get(key);
        if (!full()) {
            append(message, before);
        } else if (message instanceof StreamMessage.Traded) {
            lose(before);
        } else if (older != null) {
            older.message = message;
        } else {
            append(message, before);
        }
    }

    /// Takes it even where it does not fit: of those that come together, the last.
    void post(Offline news, @Nullable String before) {
        var message = new StreamMessage.Reported(news);
        Letter last = messages.peekLast();
        if (full()
                && last != null
                && last.message instanceof StreamMessage.Reported said
                && said.report() instanceof Offline) {
            last.message = message;
        } else {
            append(message, before);
        }
    }

    /// Gives the next one away, if this holds for it.
    Optional<StreamMessage> poll(Predicate<StreamMessage> deliverable) {
        Letter head = messages.peek();
        if (head == null || !deliverable.test(head.message)) {
            return Optional.empty();
        }
        messages.remove();
        Object key = key(head.message);
        if (key != null) {
            latest.remove(key, head);
        }
        gap = head == gap ? null : gap;
        return Optional.of(head.message);
    }

    /// The position that was reached before the next one.
    ///
    /// @param end the position where there is none
    @Nullable
    String before(@Nullable String end) {
        Letter head = messages.peek();
        return head == null ? end : head.before;
    }

    private boolean full() {
        return messages.size() >= capacity;
    }

    private void lose(@Nullable String before) {
        if (gap == null) {
            var report = new Report.Gap(List.of(Topic.TRADE.text()), Origin.BUFFER);
            gap = append(new StreamMessage.Reported(report), before);
        }
    }

    private Letter append(StreamMessage message, @Nullable String before) {
        var letter = new Letter(before, message);
        messages.add(letter);
        Object key = key(message);
        if (key != null) {
            latest.put(key, letter);
        } else if (message instanceof StreamMessage.Traded) {
            gap = null;
        } else if (startsAnew(message)) {
            // What follows must not take a place before it: there it would be thrown away with all that was known.
            latest.clear();
        }
        return letter;
    }

    private static boolean startsAnew(StreamMessage message) {
        return message instanceof StreamMessage.Reported said
                && said.report() instanceof Connected connected
                && connected.startsAnew();
    }

    // What a later message of the same kind stands in place of; null if of nothing.
    private static @Nullable Object key(StreamMessage message) {
        if (message instanceof StreamMessage.Quoted quoted) {
            return quoted.quote().symbol();
        }
        return message instanceof StreamMessage.MarketIs ? StreamMessage.MarketIs.class : null;
    }
}
