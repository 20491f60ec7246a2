package tickertape.client;

import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// What a stream brings, in the server's order.
public sealed interface StreamMessage {

    /// A symbol's new price. It stands in place of the one before it; where its `seq` is higher by more than one,
    /// changes in between were merged.
    record Quoted(Quote quote) implements StreamMessage {}

    /// A trade.
    record Traded(Trade trade) implements StreamMessage {}

    /// What the market as a whole does from now on.
    record MarketIs(MarketStatus status) implements StreamMessage {}

    /// News of the stream itself.
    record Reported(Report report) implements StreamMessage {}
}
