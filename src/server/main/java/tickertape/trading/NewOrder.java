package tickertape.trading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.Side;
import tickertape.trading.order.TimeInForce;
import tickertape.trading.order.WireName;
import tickertape.wire.Symbol;

/// The body of a request for an order.
///
/// @param clOrdId a name of the client's own: the same order twice is one
/// @param timeInForce `day` if it is empty
/// @param price only of a limit order; `stopPx` only of a stop order
public record NewOrder(
        String clOrdId,
        Symbol symbol,
        String side,
        String ordType,
        Optional<String> timeInForce,
        BigDecimal orderQty,
        Optional<BigDecimal> price,
        Optional<BigDecimal> stopPx) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final BigDecimal MOST = BigDecimal.valueOf(OrderTerms.MOST_SHARES);

    public NewOrder {
        if (clOrdId.startsWith(Order.HOUSE)) {
            throw new IllegalArgumentException("clOrdId must not begin with " + Order.HOUSE);
        }
        if (!NAME.matcher(clOrdId).matches()) {
            throw new IllegalArgumentException("clOrdId is of 1 to 64 letters, digits, and _ . : -");
        }
        if (orderQty.compareTo(MOST) > 0
                || orderQty.signum() <= 0
                || orderQty.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("orderQty is a whole number from 1 to %s".formatted(MOST));
        }
        var _ = terms(symbol, side, ordType, timeInForce, orderQty, price, stopPx);
    }

    OrderTerms terms() {
        return terms(symbol, side, ordType, timeInForce, orderQty, price, stopPx);
    }

    private static OrderTerms terms(
            Symbol symbol,
            String side,
            String ordType,
            Optional<String> timeInForce,
            BigDecimal orderQty,
            Optional<BigDecimal> price,
            Optional<BigDecimal> stopPx) {
        return new OrderTerms(
                symbol,
                WireName.find(Side.class, "side", side),
                WireName.find(OrdType.class, "ordType", ordType),
                timeInForce
                        .map(text -> WireName.find(TimeInForce.class, "timeInForce", text))
                        .orElse(TimeInForce.DAY),
                orderQty.longValueExact(),
                price.orElse(null),
                stopPx.orElse(null));
    }
}
