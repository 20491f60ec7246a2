package tickertape.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.WireName;
import tickertape.wire.Symbol;

/// An order, as its owner sees it.
///
/// @param price only of a limit order; `stopPx` only of a stop order
/// @param avgPx what each share was traded at; null before the first
/// @param positionEffect whether it opens a position or closes one
/// @param reserved the cash that it holds back, or the shares if it closes a position
/// @param reason why it waits or has ended, as a word for programs; null where it needs none
/// @param text the same for people
/// @param revision rises with each change
public record OrderInfo(
        String orderId,
        String clOrdId,
        Symbol symbol,
        String side,
        String positionEffect,
        String ordType,
        String timeInForce,
        long orderQty,
        @Nullable BigDecimal price,
        @Nullable BigDecimal stopPx,
        long cumQty,
        long leavesQty,
        @Nullable BigDecimal avgPx,
        BigDecimal reserved,
        String ordStatus,
        String execType,
        @Nullable String reason,
        @Nullable String text,
        String season,
        Instant created,
        Instant transactTime,
        long revision) {

    private static final Pattern ID = Pattern.compile("[0-9]{15}");

    /// @param waits what keeps it from being traded; `NONE` if nothing does, or it has ended
    static OrderInfo of(Order order, OrderReason waits) {
        OrderTerms terms = order.terms();
        OrderReason reason = order.isOpen() && waits != OrderReason.NONE ? waits : order.reason();
        boolean isWaiting = order.isOpen() && reason != OrderReason.BUY_IN;
        return new OrderInfo(
                text(order.id()),
                order.clOrdId(),
                terms.symbol(),
                WireName.of(terms.side()),
                WireName.of(order.effect()),
                WireName.of(terms.ordType()),
                WireName.of(terms.timeInForce()),
                terms.orderQty(),
                terms.price(),
                terms.stopPx(),
                order.cumQty(),
                order.leavesQty(),
                order.cumQty() == 0 ? null : Decimals.mean(order.cumCost(), order.cumQty()),
                order.opens() ? Decimals.tidy(order.reservedCash()) : BigDecimal.valueOf(order.reservedShares()),
                WireName.of(order.status()),
                WireName.of(order.execType()),
                reason == OrderReason.NONE ? null : WireName.of(reason),
                reason == OrderReason.NONE ? null : (isWaiting ? "waits: " : "") + reason.words(),
                order.season(),
                order.created(),
                order.transactTime(),
                order.revision());
    }

    /// An order's number as clients see it.
    static String text(long id) {
        return String.format(Locale.ROOT, "%015d", id);
    }

    /// The number; below zero for what is none.
    static long number(String orderId) {
        return ID.matcher(orderId).matches() ? Long.parseLong(orderId) : -1;
    }
}
