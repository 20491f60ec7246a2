package tickertape.trading.order;

/// What an order does to its player's position in the symbol. It never does both: what would turn a position
/// from long to short, or back, takes two orders.
public enum PositionEffect {
    /// It buys more, or sells short.
    OPEN,
    /// It sells what is there, or buys back what was sold short.
    CLOSE
}
