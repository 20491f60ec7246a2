package tickertape.tape;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Numbers the messages of one batch ([Position#order]): those for all one after the other, and those of each owner
/// between them, as if there were no other owners.
final class Offsets {

    private final Reel reel;
    private final Map<String, Long> owned = new HashMap<>();
    private long shared;

    Offsets(Reel reel) {
        this.reel = reel;
        shared = reel.shared().end();
    }

    /// @param owner of the next message; empty if it is for all
    long next(Optional<String> owner) {
        if (owner.isEmpty()) {
            shared += Position.PARTS;
            return shared;
        }
        String its = owner.get();
        long last = owned.getOrDefault(its, reel.owned().of(its).end());
        long next = Math.max(shared, last) + 1;
        if (next % Position.PARTS == 0) {
            // So many of one owner in a row: an offset is left out for all.
            shared = next;
            next++;
        }
        owned.put(its, next);
        return next;
    }

    /// The end of what is for all.
    long shared() {
        return shared;
    }
}
