package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Side;

/// The shares of one symbol that a player has.
///
/// @param reservedQty how many of them open orders hold back
/// @param cost what they were bought for
/// @param realized what was won with those that were sold, or lost if it is below zero
public record Position(long qty, long reservedQty, BigDecimal cost, BigDecimal realized) {

    /// So many decimals the cost of a part has; the rest stays with the other part, so that nothing is lost.
    private static final int SCALE = 8;

    public static final Position NONE =
            new Position(0, 0, Decimals.tidy(BigDecimal.ZERO), Decimals.tidy(BigDecimal.ZERO));

    public Position {
        if (reservedQty < 0 || qty < reservedQty) {
            throw new IllegalArgumentException("%s of %s shares are held back".formatted(reservedQty, qty));
        }
    }

    /// How many are free.
    public long available() {
        return qty - reservedQty;
    }

    Position reserving(long shares) {
        return new Position(qty, reservedQty + shares, cost, realized);
    }

    Position buying(long shares, BigDecimal money) {
        return new Position(qty + shares, reservedQty, Decimals.tidy(cost.add(money)), realized);
    }

    /// After one more fill, whatever orders hold back: so positions follow from all fills, in their order.
    public Position after(Fill fill) {
        BigDecimal money = fill.lastPx().multiply(BigDecimal.valueOf(fill.lastQty()));
        return fill.side() == Side.BUY
                ? buying(fill.lastQty(), money)
                : reserving(fill.lastQty()).selling(fill.lastQty(), money);
    }

    /// Sells some that are held back. Their cost is the mean of all.
    Position selling(long shares, BigDecimal money) {
        BigDecimal part = shares == qty
                ? cost
                : cost.multiply(BigDecimal.valueOf(shares))
                        .divide(BigDecimal.valueOf(qty), SCALE, RoundingMode.HALF_EVEN);
        return new Position(
                qty - shares,
                reservedQty - shares,
                Decimals.tidy(cost.subtract(part)),
                Decimals.tidy(realized.add(money).subtract(part)));
    }
}
