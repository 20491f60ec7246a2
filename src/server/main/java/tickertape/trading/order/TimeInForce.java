package tickertape.trading.order;

/// How long an order waits.
public enum TimeInForce {
    /// Until the market closes.
    DAY,
    /// Until it is filled or canceled.
    GOOD_TILL_CANCEL
}
