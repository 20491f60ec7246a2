package tickertape.trading.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.PositionEffect;
import tickertape.trading.order.Side;
import tickertape.wire.Symbol;

/// How the house buys back what was sold short, in place of whatever the player wanted to do with these shares.
final class BuyIns {

    private BuyIns() {}

    static Outcome place(WorkingSet set, Command.BuyIn wanted, Instant now) {
        Symbol symbol = wanted.symbol();
        List<Order> open = set.open(wanted.player(), symbol);
        if (!set.position(wanted.player(), symbol).isTooDear(wanted.last())
                || open.stream().anyMatch(Order::isBuyIn)) {
            return new Outcome.Unknown();
        }
        open.forEach(order -> Bookkeeper.end(set, order.id(), each -> each.canceled(OrderReason.BUY_IN, now)));
        long owed = -set.position(wanted.player(), symbol).qty();
        long number = set.nextOrder();
        Order order = Order.placed(
                        set.state.season(),
                        Order.HOUSE + number,
                        OrderTerms.atMarket(symbol, Side.BUY, Math.min(owed, OrderTerms.MOST_SHARES)),
                        PositionEffect.CLOSE,
                        BigDecimal.ZERO,
                        now,
                        null)
                .of(wanted.player(), number)
                .asBuyIn()
                .at(set.revision());
        set.add(order);
        set.put(Bookkeeper.holdings(set, order).reserving(order));
        return new Outcome.Placed(order, true);
    }
}
