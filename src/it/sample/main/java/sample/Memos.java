package sample;

import jakarta.json.bind.Jsonb;
import java.time.InstantSource;
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
    private final Deque<Memo> latest = new ArrayDeque<>();
    private long written;

    /// @param kept how many are kept
    Memos(int kept, TopicDefinition topic, StreamHub hub, Jsonb jsonb, LastPrices prices, InstantSource clock) {
        this.kept = kept;
        this.topic = topic;
        this.hub = hub;
        this.jsonb = jsonb;
        this.prices = prices;
        this.clock = clock;
    }

    /// Keeps a memo and puts it on the stream, in the order of the numbers. That waits for no reader, so it may happen
    /// under the lock.
    synchronized Memo add(NewMemo draft) {
        var memo = new Memo(written + 1, draft.symbol(), draft.text(), prices.of(draft.symbol()), clock.instant());
        hub.publish(List.of(new Draft(topic, memo.symbol().text(), jsonb.toJson(memo))));
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

    synchronized long written() {
        return written;
    }
}
