package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.PositionEffect;
import tickertape.trading.order.Side;

/// The shares of one symbol that a player has, or owes if they were sold short.
///
/// It never turns from long to short in one step: orders either open or close it, and those that would open
/// it the other way are refused.
///
/// @param qty below zero for what is owed
/// @param reservedQty how many of them open orders are to sell, or to buy back
/// @param openingQty how many shares open orders are to add; below zero for those that sell short
/// @param cost what they were bought for; below zero for what those came to that were sold short
/// @param realized what was won with those that are gone, or lost if it is below zero
public record Position(long qty, long reservedQty, long openingQty, BigDecimal cost, BigDecimal realized) {

    /// So many decimals the cost of a part has; the rest stays with the other part, so that nothing is lost.
    private static final int SCALE = 8;

    /// What was sold short holds back what it came to, and as much again.
    private static final BigDecimal MARGIN = BigDecimal.valueOf(-2);

    private static final BigDecimal DEAR = new BigDecimal("1.5");

    public static final Position NONE =
            new Position(0, 0, 0, Decimals.tidy(BigDecimal.ZERO), Decimals.tidy(BigDecimal.ZERO));

    public Position {
        if (reservedQty < 0 || reservedQty > Math.abs(qty)) {
            throw new IllegalArgumentException("%s of %s shares are held back".formatted(reservedQty, qty));
        }
        if (Long.signum(qty) * Long.signum(openingQty) < 0) {
            throw new IllegalArgumentException("%s shares, and orders open %s".formatted(qty, openingQty));
        }
    }

    /// Whether there is anything to be said of it, but that orders wait.
    public boolean isTraded() {
        return qty != 0 || realized.signum() != 0;
    }

    public boolean isShort() {
        return qty < 0;
    }

    /// The cash that it holds back, because shares are owed.
    public BigDecimal margin() {
        return isShort() ? cost.multiply(MARGIN) : BigDecimal.ZERO;
    }

    /// The part of it for some of the shares that are owed.
    BigDecimal marginOf(long shares) {
        return costOf(shares).multiply(MARGIN);
    }

    /// Whether the house buys back what is owed, at a price half as much again as it was sold for: the cash
    /// that it holds back still covers that.
    public boolean isTooDear(BigDecimal last) {
        return isShort() && last.multiply(BigDecimal.valueOf(qty)).compareTo(cost.multiply(DEAR)) <= 0;
    }

    /// What an order of a side does to it.
    public PositionEffect effect(Side side) {
        return qty != 0 && isShort() == (side == Side.BUY) ? PositionEffect.CLOSE : PositionEffect.OPEN;
    }

    /// Why an order can't be placed; `NONE` if it can, as far as shares go.
    ///
    /// @param mayShort whether it may sell what is not there
    OrderReason objection(Order order, boolean mayShort) {
        boolean buys = order.terms().isBuy();
        if (!order.opens()) {
            boolean isThere = order.reservedShares() <= Math.abs(qty) - reservedQty;
            return isThere ? OrderReason.NONE : buys ? OrderReason.OTHER_DIRECTION : OrderReason.NOT_ENOUGH_SHARES;
        }
        if (!buys && !mayShort) {
            return OrderReason.NOT_ENOUGH_SHARES;
        }
        boolean isOpposed = buys ? openingQty < 0 : openingQty > 0;
        return isOpposed ? OrderReason.OTHER_DIRECTION : OrderReason.NONE;
    }

    /// With what an order is to trade.
    ///
    /// @param sign -1 for without it
    Position holding(Order order, int sign) {
        long shares = sign * order.leavesQty();
        if (!order.opens()) {
            return new Position(qty, reservedQty + shares, openingQty, cost, realized);
        }
        long added = order.terms().isBuy() ? shares : -shares;
        return new Position(qty, reservedQty, openingQty + added, cost, realized);
    }

    /// After one more fill, whatever orders hold back: so positions follow from all fills, in their order.
    public Position after(Fill fill) {
        return trading(fill.side(), fill.lastQty(), fill.lastPx().multiply(BigDecimal.valueOf(fill.lastQty())));
    }

    Position trading(Side side, long shares, BigDecimal money) {
        boolean buys = side == Side.BUY;
        long next = buys ? qty + shares : qty - shares;
        BigDecimal paid = buys ? money : money.negate();
        if (effect(side) == PositionEffect.OPEN) {
            return new Position(next, reservedQty, openingQty, Decimals.tidy(cost.add(paid)), realized);
        }
        BigDecimal part = costOf(shares);
        return new Position(
                next,
                reservedQty,
                openingQty,
                Decimals.tidy(cost.subtract(part)),
                Decimals.tidy(realized.subtract(paid).subtract(part)));
    }

    /// The cost of some of the shares: the mean of all.
    BigDecimal costOf(long shares) {
        long all = Math.abs(qty);
        if (shares > all) {
            throw new IllegalArgumentException("%s shares of %s can't go".formatted(shares, qty));
        }
        return shares == all
                ? cost
                : cost.multiply(BigDecimal.valueOf(shares))
                        .divide(BigDecimal.valueOf(all), SCALE, RoundingMode.HALF_EVEN);
    }
}
