package tickertape.trading.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Players in the order of their equity; of two with the same, the one who came first. One thread uses it.
///
/// A new equity is noted, and the order is made when somebody asks for it: of few new ones, each moves to its place; of
/// many, all are sorted, which takes few comparisons, as places change little.
public final class Ranking {

    private static final Comparator<Standing> BEST_FIRST =
            Comparator.comparing(Standing::equity).reversed().thenComparingLong(Standing::player);

    /// Where so large a part has changed, all are sorted: one in so many.
    private static final int MANY = 16;

    // Of all, as they are.
    private final Map<Long, Standing> standings = new HashMap<>();

    // As it was before what has changed.
    private final List<Standing> order = new ArrayList<>();

    // Where those stand in that order who have changed; nowhere if they are new.
    private final Map<Long, @Nullable Standing> changed = new HashMap<>();

    /// A player with its equity.
    public record Standing(long player, BigDecimal equity) {}

    /// Puts a player, or the new equity of one.
    public void put(long player, BigDecimal equity) {
        @Nullable Standing before = standings.put(player, new Standing(player, equity));
        if (!changed.containsKey(player)) {
            changed.put(player, before);
        }
    }

    /// Takes out a player.
    public void remove(long player) {
        sort();
        @Nullable Standing gone = standings.remove(player);
        if (gone != null) {
            order.remove(index(gone));
        }
    }

    /// Takes out all.
    void clear() {
        standings.clear();
        changed.clear();
        order.clear();
    }

    // Puts all in their places.
    private void sort() {
        if (changed.size() > order.size() / MANY) {
            order.replaceAll(before -> now(before.player()));
            changed.forEach((player, before) -> {
                if (before == null) {
                    order.add(now(player));
                }
            });
            order.sort(BEST_FIRST);
        } else {
            changed.values().forEach(before -> {
                if (before != null) {
                    order.remove(index(before));
                }
            });
            changed.keySet().forEach(player -> order.add(-1 - index(now(player)), now(player)));
        }
        changed.clear();
    }

    private Standing now(long player) {
        return Objects.requireNonNull(standings.get(player));
    }

    private int index(Standing standing) {
        return Collections.binarySearch(order, standing, BEST_FIRST);
    }

    public int size() {
        return standings.size();
    }

    /// The place of a player, from 1 on; 0 for one that is not there.
    public int place(long player) {
        sort();
        @Nullable Standing standing = standings.get(player);
        return standing == null ? 0 : index(standing) + 1;
    }

    /// Who is at a place.
    Standing at(int place) {
        sort();
        return order.get(place - 1);
    }
}
