package tickertape.trading.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.Side;

/// The open orders of one symbol, in the order in which they trade: those at the market first, then by price, then by
/// time. Stops wait beside them. One thread uses it.
final class OrderBook {

    private static final Comparator<Order> BY_TIME = Comparator.comparingLong(Order::id);

    private static final Comparator<Order> CHEAPEST =
            Comparator.comparing(OrderBook::rank).thenComparing(BY_TIME);

    private static final Comparator<Order> DEAREST = Comparator.comparing(
                    OrderBook::rank, Comparator.<BigDecimal>reverseOrder())
            .thenComparing(BY_TIME);

    private final Map<Long, Order> all = new HashMap<>();
    private final SortedSet<Order> buysAtMarket = new TreeSet<>(BY_TIME);
    private final SortedSet<Order> sellsAtMarket = new TreeSet<>(BY_TIME);
    private final SortedSet<Order> buys = new TreeSet<>(DEAREST);
    private final SortedSet<Order> sells = new TreeSet<>(CHEAPEST);
    private final SortedSet<Order> buyStops = new TreeSet<>(CHEAPEST);
    private final SortedSet<Order> sellStops = new TreeSet<>(DEAREST);

    private static BigDecimal rank(Order order) {
        BigDecimal price = order.terms().price();
        BigDecimal stop = order.terms().stopPx();
        return price != null ? price : stop != null ? stop : BigDecimal.ZERO;
    }

    /// Puts an order in its place, or takes it out if it has ended.
    void put(Order order) {
        @Nullable Order before = all.remove(order.id());
        if (before != null) {
            var _ = side(before).remove(before);
        }
        if (order.isOpen()) {
            all.put(order.id(), order);
            side(order).add(order);
        }
    }

    private SortedSet<Order> side(Order order) {
        boolean buys = order.terms().isBuy();
        if (order.isDormant()) {
            return buys ? buyStops : sellStops;
        }
        if (order.isAtMarket()) {
            return buys ? buysAtMarket : sellsAtMarket;
        }
        return buys ? this.buys : sells;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Order> all() {
        return List.copyOf(all.values());
    }

    /// The stops that a last price triggers, in the order in which it has passed them.
    List<Match> triggered(BigDecimal last) {
        var found = new ArrayList<Match>();
        for (Order order : buyStops) {
            if (rank(order).compareTo(last) > 0) {
                break;
            }
            found.add(new Match.Trigger(order));
        }
        for (Order order : sellStops) {
            if (rank(order).compareTo(last) < 0) {
                break;
            }
            found.add(new Match.Trigger(order));
        }
        return found;
    }

    /// Who trades at a price, with as many shares as are shown there, and for whom nothing is left.
    List<Match> trades(Side side, BigDecimal px, long size) {
        var found = new ArrayList<Match>();
        long left = take(side == Side.BUY ? buysAtMarket : sellsAtMarket, px, size, found);
        for (Order order : side == Side.BUY ? buys : sells) {
            boolean isWorse = side == Side.BUY
                    ? rank(order).compareTo(px) < 0
                    : rank(order).compareTo(px) > 0;
            if (left <= 0 || isWorse) {
                break;
            }
            long qty = Math.min(left, order.leavesQty());
            found.add(new Match.Trade(order, qty, px));
            left -= qty;
        }
        return found;
    }

    private static long take(SortedSet<Order> orders, BigDecimal px, long size, List<Match> found) {
        long left = Math.max(0, size);
        for (Order order : orders) {
            long qty = Math.min(left, order.leavesQty());
            if (qty > 0) {
                found.add(new Match.Trade(order, qty, px));
                left -= qty;
            } else if (order.reason() == OrderReason.NONE) {
                found.add(new Match.Unfilled(order));
            }
        }
        return left;
    }
}
