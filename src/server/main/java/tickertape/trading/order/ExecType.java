package tickertape.trading.order;

/// What has happened to an order last.
public enum ExecType {
    NEW,
    TRADE,
    CANCELED,
    EXPIRED,
    /// A stop order has become a market order.
    TRIGGERED_OR_ACTIVATED_BY_SYSTEM
}
