package sample;

import jakarta.json.bind.Jsonb;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;

/// The latest memos. Safe for any thread.
final class Memos {

    private final int kept;
    private final TopicDefinition topic;
    private final StreamHub hub;
    private final Jsonb jsonb;
    private final LastPrices prices;
    private final InstantSource clock;
    private final MemoTable table;
    private final Deque<Memo> latest = new ArrayDeque<>();
    private long last;
    private long written;

    /// @param kept how many are kept
    Memos(
            int kept,
            TopicDefinition topic,
            StreamHub hub,
            Jsonb jsonb,
            LastPrices prices,
            InstantSource clock,
            MemoTable table) {
        this.kept = kept;
        this.topic = topic;
        this.hub = hub;
        this.jsonb = jsonb;
        this.prices = prices;
        this.clock = clock;
        this.table = table;
        latest.addAll(table.read());
        last = latest.isEmpty() ? 0 : latest.getLast().number();
    }

    /// Keeps a memo and puts it on the stream, in the order of the numbers. That waits for no reader, so it may happen
    /// under the lock.
    synchronized Memo add(NewMemo draft) {
        // To the microsecond, as the database keeps it.
        Instant time = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var memo = new Memo(last + 1, draft.symbol(), draft.text(), prices.of(draft.symbol()), time);
        hub.publish(List.of(new Draft(topic, memo.symbol().text(), jsonb.toJson(memo))));
        table.put(memo);
        last++;
        written++;
        latest.addLast(memo);
        if (latest.size() > kept) {
            latest.removeFirst();
        }
        return memo;
    }

    /// The kept ones, in the order of their numbers.
    synchronized List<Memo> all() {
        return List.copyOf(latest);
    }

    synchronized Optional<Memo> one(long number) {
        return latest.stream().filter(memo -> memo.number() == number).findFirst();
    }

    /// How many since the start.
    synchronized long written() {
        return written;
    }
}
