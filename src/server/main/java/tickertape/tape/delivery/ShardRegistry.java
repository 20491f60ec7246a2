package tickertape.tape.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// All shards, and how many subscribers belong to each. Safe for any thread.
final class ShardRegistry {

    /// Waking a thread costs about as much as serving a subscriber: shared by this many it hardly counts.
    private static final int CAPACITY = 256;

    private final WriterPermits permits;
    private final Map<WriterShard, Integer> sizes = new LinkedHashMap<>();

    /// @param permits is told how many shards there are
    ShardRegistry(WriterPermits permits) {
        this.permits = permits;
    }

    /// Reserves room for a subscriber in the first shard that has some.
    ///
    /// @param another makes a new shard where all are full; it cannot retire before the room is reserved
    synchronized WriterShard take(Supplier<WriterShard> another) {
        WriterShard free = sizes.entrySet().stream()
                .filter(shard -> shard.getValue() < CAPACITY)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(another);
        sizes.merge(free, 1, Integer::sum);
        permits.shareAmong(sizes.size());
        return free;
    }

    /// Gives the room of a subscriber back.
    synchronized void leave(WriterShard shard) {
        sizes.merge(shard, -1, Integer::sum);
    }

    /// Closes a shard that has no subscribers.
    ///
    /// @return whether it had none
    synchronized boolean retire(WriterShard shard) {
        if (sizes.getOrDefault(shard, 0) > 0) {
            return false;
        }
        sizes.remove(shard);
        permits.shareAmong(sizes.size());
        shard.wakeup().close();
        return true;
    }

    synchronized List<WriterShard> all() {
        return List.copyOf(sizes.keySet());
    }
}
