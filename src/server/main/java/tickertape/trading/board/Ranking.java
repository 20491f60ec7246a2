package tickertape.trading.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Players in the order of their equity; of two with the same, the one who came first. One thread uses it.
///
/// A new equity is noted, and the order is made when somebody asks for it: of few new ones, each moves to its place; of
/// many, all are sorted, which takes few comparisons, as places change little.
public final class Ranking {

    private static final Comparator<Standing> BEST_FIRST = (one, other) -> {
        int order = other.equity().compareTo(one.equity());
        return order == 0 ? Long.compare(one.player(), other.player()) : order;
    };

    /// Where so large a part has changed, all are sorted: one in so many.
    private static final int MANY = 16;

    // Of all, as they are.
    private final Map<Long, Standing> standings = new HashMap<>();

    // As it was before what has changed.
    private final List<Standing> order = new ArrayList<>();

    // Where those stand in that order who have changed; of more than are moved one by one, not of all.
    private final Map<Long, Standing> changed = new HashMap<>();

    // Those who are not in that order yet.
    private final Set<Long> added = new LinkedHashSet<>();

    /// A player with its equity.
    public record Standing(long player, BigDecimal equity) {}

    /// Puts a player, or the new equity of one.
    public void put(long player, BigDecimal equity) {
        @Nullable Standing before = standings.put(player, new Standing(player, equity));
        if (before == null) {
            added.add(player);
        } else if (changed.size() <= few() && !added.contains(player)) {
            changed.putIfAbsent(player, before);
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
        added.clear();
        order.clear();
    }

    // So many are moved one by one.
    private int few() {
        return order.size() / MANY;
    }

    // Puts all in their places.
    private void sort() {
        if (changed.size() + added.size() > few()) {
            order.replaceAll(before -> now(before.player()));
            added.forEach(player -> order.add(now(player)));
            order.sort(BEST_FIRST);
        } else {
            changed.values().forEach(before -> order.remove(index(before)));
            changed.keySet().forEach(this::insert);
            added.forEach(this::insert);
        }
        changed.clear();
        added.clear();
    }

    private void insert(long player) {
        Standing its = now(player);
        order.add(-1 - index(its), its);
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
