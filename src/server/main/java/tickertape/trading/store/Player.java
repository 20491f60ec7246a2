package tickertape.trading.store;

/// Somebody who plays.
///
/// @param number stable, and told to everybody
/// @param name as people see it
/// @param isGone whether the account was deleted
public record Player(long number, String account, String name, boolean isGone) {}
