package tickertape.trading;

import tickertape.trading.board.Prices;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// What keeps open orders from being traded, whatever the books say of them. Safe for any thread.
record Waiting(Prices prices) {

    OrderReason of(Order order) {
        if (!order.isOpen()) {
            return OrderReason.NONE;
        }
        QuoteStatus status =
                prices.quote(order.terms().symbol()).map(Quote::status).orElse(QuoteStatus.STALE);
        return switch (status) {
            case TRADING -> OrderReason.NONE;
            case HALTED -> OrderReason.HALTED;
            case STALE -> OrderReason.STALE;
            case CLOSED -> OrderReason.CLOSED;
        };
    }
}
