package tickertape.tape.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The rounds there are, and how many clients belong to each. Safe for any thread.
final class ShardRegistry {

    /// Waking a thread costs about as much as serving a client: shared by this many it hardly counts.
    private static final int MOST = 256;

    private final WriterPermits turns;
    private final Map<WriterShard, Integer> taken = new LinkedHashMap<>();

    /// @param turns is told how many rounds there are
    ShardRegistry(WriterPermits turns) {
        this.turns = turns;
    }

    /// Takes a place in the first round that has one.
    ///
    /// @param another begins a round where all are full; it cannot retire before the place is taken
    synchronized WriterShard take(Supplier<WriterShard> another) {
        WriterShard free = taken.entrySet().stream()
                .filter(round -> round.getValue() < MOST)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(another);
        taken.merge(free, 1, Integer::sum);
        turns.among(taken.size());
        return free;
    }

    synchronized void leave(WriterShard round) {
        taken.merge(round, -1, Integer::sum);
    }

    /// Closes a round that nobody belongs to.
    synchronized boolean retire(WriterShard round) {
        if (taken.getOrDefault(round, 0) > 0) {
            return false;
        }
        taken.remove(round);
        turns.among(taken.size());
        round.alarm().close();
        return true;
    }

    synchronized List<WriterShard> rounds() {
        return List.copyOf(taken.keySet());
    }
}
