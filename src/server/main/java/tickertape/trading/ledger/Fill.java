package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import tickertape.trading.order.Side;
import tickertape.wire.Symbol;

/// An order, or a part of it, that was traded.
///
/// @param posting the number of the posting that has moved cash and shares
/// @param revision of the transaction that has written it
public record Fill(
        long posting,
        long order,
        long player,
        String season,
        Symbol symbol,
        Side side,
        long lastQty,
        BigDecimal lastPx,
        Instant time,
        long revision) {}
