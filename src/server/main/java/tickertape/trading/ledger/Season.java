package tickertape.trading.ledger;

import java.time.Instant;

/// A span of time in which all begin with the same money.
///
/// @param name such as `2026-11`
public record Season(String name, Instant begin, Instant end) {}
