package tickertape.trading;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.trading.ledger.Fill;
import tickertape.trading.order.WireName;
import tickertape.wire.Symbol;

/// Shares that an order has traded.
///
/// @param execId its own name, with `orderId`: only for its owner, null for all others
public record FillInfo(
        @Nullable String execId,
        @Nullable String orderId,
        Symbol symbol,
        String side,
        long lastQty,
        BigDecimal lastPx,
        Instant time) {

    static FillInfo ofOwner(Fill fill) {
        return of(fill, OrderInfo.text(fill.posting()), OrderInfo.text(fill.order()));
    }

    static FillInfo ofNobody(Fill fill) {
        return of(fill, null, null);
    }

    private static FillInfo of(Fill fill, @Nullable String execId, @Nullable String orderId) {
        return new FillInfo(
                execId, orderId, fill.symbol(), WireName.of(fill.side()), fill.lastQty(), fill.lastPx(), fill.time());
    }
}
