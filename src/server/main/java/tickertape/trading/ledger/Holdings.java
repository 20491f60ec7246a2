package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Order;
import tickertape.wire.Symbol;

/// What a player has in a season. What would take more than there is throws `IllegalArgumentException`.
///
/// @param reserved how much of the cash open orders hold back
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

    public boolean covers(Order order) {
        return order.terms().isBuy()
                ? order.reservedCash().compareTo(available()) <= 0
                : order.reservedShares() <= position(order.terms().symbol()).available();
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
        BigDecimal held = reserved.add(order.reservedCash().multiply(BigDecimal.valueOf(sign)));
        if (order.terms().isBuy()) {
            return new Holdings(player, cash, held, openOrders + sign, joined, positions);
        }
        Symbol symbol = order.terms().symbol();
        return new Holdings(
                player,
                cash,
                held,
                openOrders + sign,
                joined,
                changed(symbol, position(symbol).reserving(sign * order.reservedShares())));
    }

    /// After a trade of an order, which holds back less from now on, or nothing if it has ended.
    Holdings trading(Order before, Order after, long qty, BigDecimal money) {
        Symbol symbol = before.terms().symbol();
        int left = openOrders - (after.isOpen() ? 0 : 1);
        BigDecimal held = reserved.subtract(before.reservedCash()).add(after.reservedCash());
        if (before.terms().isBuy()) {
            return new Holdings(
                    player,
                    cash.subtract(money),
                    held,
                    left,
                    joined,
                    changed(symbol, position(symbol).buying(qty, money)));
        }
        Position sold = position(symbol).selling(qty, money);
        long surplus = before.reservedShares() - qty - after.reservedShares();
        return new Holdings(player, cash.add(money), held, left, joined, changed(symbol, sold.reserving(-surplus)));
    }

    private Map<Symbol, Position> changed(Symbol symbol, Position position) {
        var changed = new HashMap<>(positions);
        changed.put(symbol, position);
        return changed;
    }
}
