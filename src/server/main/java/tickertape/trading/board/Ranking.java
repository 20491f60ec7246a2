package tickertape.trading.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Players in the order of their equity; of two with the same, the one who came first. One thread uses it.
///
/// It keeps the order of before, and sorts that: as places change little, it takes few comparisons.
public final class Ranking {

    private static final Comparator<Standing> BEST_FIRST =
            Comparator.comparing(Standing::equity).reversed().thenComparingLong(Standing::player);

    private final Map<Long, Integer> places = new HashMap<>();
    private final List<Standing> order = new ArrayList<>();
    private boolean isSorted = true;

    /// A player with its equity.
    public record Standing(long player, BigDecimal equity) {}

    /// Puts a player, or the new equity of one.
    public void put(long player, BigDecimal equity) {
        @Nullable Integer place = places.get(player);
        if (place == null) {
            order.add(new Standing(player, equity));
            places.put(player, order.size());
        } else {
            order.set(place - 1, new Standing(player, equity));
        }
        isSorted = false;
    }

    /// Takes out a player.
    public void remove(long player) {
        if (places.remove(player) != null) {
            order.removeIf(each -> each.player() == player);
            number();
        }
    }

    /// Takes out all.
    void clear() {
        order.clear();
        places.clear();
    }

    /// Puts all in their places.
    public void sort() {
        if (!isSorted) {
            order.sort(BEST_FIRST);
            number();
            isSorted = true;
        }
    }

    private void number() {
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i).player(), i + 1);
        }
    }

    public int size() {
        return order.size();
    }

    /// The place of a player, from 1 on; 0 for one that is not there.
    public int place(long player) {
        return places.getOrDefault(player, 0);
    }

    /// Who is at a place.
    Standing at(int place) {
        return order.get(place - 1);
    }
}
