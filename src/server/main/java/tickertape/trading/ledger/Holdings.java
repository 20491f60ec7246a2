package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.wire.Symbol;

/// What a player has in a season. What would take more than there is throws `IllegalArgumentException`.
///
/// @param reserved how much of the cash open orders hold back, and shares that are owed
/// @param openOrders how many there are
public record Holdings(
        long player,
        BigDecimal cash,
        BigDecimal reserved,
        int openOrders,
        Instant joined,
        Map<Symbol, Position> positions) {

    public Holdings {
        cash = Decimals.tidy(cash);
        reserved = Decimals.tidy(reserved);
        if (reserved.signum() < 0 || cash.compareTo(reserved) < 0 || openOrders < 0) {
            throw new IllegalArgumentException("player %s has %s, holds back %s, with %s open orders"
                    .formatted(player, cash, reserved, openOrders));
        }
        positions = Map.copyOf(positions);
    }

    /// What somebody begins with.
    public static Holdings begin(long player, BigDecimal cash, Instant now) {
        return new Holdings(player, cash, BigDecimal.ZERO, 0, now, Map.of());
    }

    public BigDecimal available() {
        return cash.subtract(reserved);
    }

    public Position position(Symbol symbol) {
        return positions.getOrDefault(symbol, Position.NONE);
    }

    /// Why an order can't be placed; `NONE` if it can.
    ///
    /// @param mayShort whether it may sell what is not there
    public OrderReason objection(Order order, boolean mayShort) {
        OrderReason objection = position(order.terms().symbol()).objection(order, mayShort);
        boolean isPaid = order.reservedCash().compareTo(available()) <= 0;
        return objection == OrderReason.NONE && !isPaid ? OrderReason.NOT_ENOUGH_CASH : objection;
    }

    /// The cash that is free once so many shares are bought back.
    BigDecimal freedBy(Symbol symbol, long qty) {
        return position(symbol).marginOf(qty);
    }

    /// With what an order holds back from now on.
    public Holdings reserving(Order order) {
        return reserve(order, 1);
    }

    /// Without what an order has held back.
    Holdings releasing(Order order) {
        return reserve(order, -1);
    }

    private Holdings reserve(Order order, int sign) {
        Symbol symbol = order.terms().symbol();
        return new Holdings(
                player,
                cash,
                reserved.add(order.reservedCash().multiply(BigDecimal.valueOf(sign))),
                openOrders + sign,
                joined,
                changed(symbol, position(symbol).holding(order, sign)));
    }

    /// After a trade of an order, which holds back less from now on, or nothing if it has ended.
    Holdings trading(Order before, Order after, long qty, BigDecimal money) {
        Symbol symbol = before.terms().symbol();
        Position old = position(symbol);
        Position next = old.holding(before, -1)
                .trading(before.terms().side(), qty, money)
                .holding(after, 1);
        return new Holdings(
                player,
                before.terms().isBuy() ? cash.subtract(money) : cash.add(money),
                reserved.subtract(before.reservedCash())
                        .add(after.reservedCash())
                        .subtract(old.margin())
                        .add(next.margin()),
                openOrders - (after.isOpen() ? 0 : 1),
                joined,
                changed(symbol, next));
    }

    private Map<Symbol, Position> changed(Symbol symbol, Position position) {
        var changed = new HashMap<>(positions);
        changed.put(symbol, position);
        return changed;
    }
}
