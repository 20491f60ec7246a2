package tickertape.trading.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// What somebody wants to trade. Two orders of the same content have equal terms.
///
/// @param orderQty whole shares
/// @param price of a limit order; null for others
/// @param stopPx of a stop order; null for others
public record OrderTerms(
        Symbol symbol,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        long orderQty,
        @Nullable BigDecimal price,
        @Nullable BigDecimal stopPx) {

    /// The most shares that one order may be for.
    public static final long MOST_SHARES = 1_000_000_000;

    private static final BigDecimal HIGHEST = new BigDecimal("1000000000000");

    public OrderTerms {
        if (orderQty < 1 || orderQty > MOST_SHARES) {
            throw new IllegalArgumentException("orderQty is from 1 to %s, not %s".formatted(MOST_SHARES, orderQty));
        }
        price = checked("price", price, ordType == OrdType.LIMIT, "limit");
        stopPx = checked("stopPx", stopPx, ordType == OrdType.STOP, "stop");
    }

    /// What trades at any price, however long it takes.
    public static OrderTerms atMarket(Symbol symbol, Side side, long qty) {
        return new OrderTerms(symbol, side, OrdType.MARKET, TimeInForce.GOOD_TILL_CANCEL, qty, null, null);
    }

    private static @Nullable BigDecimal checked(
            String field, @Nullable BigDecimal value, boolean isNeeded, String type) {
        if (isNeeded != (value != null)) {
            throw new IllegalArgumentException(
                    isNeeded
                            ? "a %s order needs '%s'".formatted(type, field)
                            : "only a %s order has '%s'".formatted(type, field));
        }
        if (value == null) {
            return null;
        }
        if (value.signum() <= 0
                || value.compareTo(HIGHEST) > 0
                || value.stripTrailingZeros().scale() > Decimals.MOST) {
            throw new IllegalArgumentException(
                    "%s is above 0 and at most %s, with up to %s decimals".formatted(field, HIGHEST, Decimals.MOST));
        }
        return Decimals.tidy(value);
    }

    public boolean isBuy() {
        return side == Side.BUY;
    }
}
