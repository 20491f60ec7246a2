package tickertape.trading.board;

/// Where a player is on the board.
///
/// @param place 0 for who is not there
/// @param players how many are there
public record Rank(int place, int players) {}
