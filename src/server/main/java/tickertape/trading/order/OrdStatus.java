package tickertape.trading.order;

/// What an order is now.
public enum OrdStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED;

    /// Whether it still waits.
    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
