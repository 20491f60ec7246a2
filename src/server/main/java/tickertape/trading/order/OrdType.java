package tickertape.trading.order;

/// At which price an order trades.
public enum OrdType {
    /// At whatever the market shows.
    MARKET,
    /// At its price or a better one.
    LIMIT,
    /// As a market order, once the last price has come to its stop price.
    STOP
}
