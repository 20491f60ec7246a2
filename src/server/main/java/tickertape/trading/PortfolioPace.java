package tickertape.trading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whose portfolio is told next: each at most once a second, and the work of a second spread over it, because the
/// orders of others wait meanwhile. One thread uses it.
final class PortfolioPace {

    private static final long SECOND = 1_000_000_000L;

    // The one that waits longest first.
    private final Set<Long> waiting = new LinkedHashSet<>();

    // When those of the last second were told, the first of them first.
    private final Map<Long, Long> told = new LinkedHashMap<>();

    private long last;

    /// @param now in nanoseconds, like all times here
    PortfolioPace(long now) {
        last = now;
    }

    void add(long player) {
        waiting.add(player);
    }

    /// Those whose turn it is: of all that wait, as large a part as this is of a second.
    List<Long> take(long now) {
        told.values().removeIf(time -> now - time >= SECOND);
        long part = Math.min(now - last, SECOND);
        last = now;
        long most = (waiting.size() * part + SECOND - 1) / SECOND;
        var taken = new ArrayList<Long>();
        for (long player : waiting) {
            if (taken.size() == most) {
                break;
            }
            if (!told.containsKey(player)) {
                taken.add(player);
            }
        }
        taken.forEach(player -> {
            waiting.remove(player);
            told.put(player, now);
        });
        return taken;
    }
}
