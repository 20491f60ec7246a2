package tickertape.wire;

/// The last event, before the server closes.
///
/// @param reason why, such as `shutdown`
/// @param retry after how many milliseconds to come back
public record Goodbye(String reason, long retry) {}
