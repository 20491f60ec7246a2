package tickertape.trading.ledger;

import java.math.BigDecimal;

/// One amount that a posting moves.
///
/// @param player whose it is; [Posting#MARKET] for the other side
/// @param asset empty for cash, else the symbol of shares
/// @param amount what comes is positive, what goes is negative
public record Entry(long player, String asset, BigDecimal amount) {}
