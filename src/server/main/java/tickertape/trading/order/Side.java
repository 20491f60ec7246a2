package tickertape.trading.order;

/// Whether an order buys or sells.
public enum Side {
    BUY,
    SELL
}
