package tickertape.alerts.definition;

/// Where a price goes.
public enum Direction {
    /// It rises.
    UP,
    /// It falls.
    DOWN,
    /// Either of them.
    ANY
}
