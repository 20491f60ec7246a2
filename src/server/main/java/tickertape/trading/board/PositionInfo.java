package tickertape.trading.board;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// The shares of one symbol that a player has, or owes, and what they are worth.
///
/// @param qty below zero for what was sold short; so is `value` then
/// @param avgPx what each of them was bought for, or sold short; null if there are none
/// @param last the price that they are valued at; null as long as there is none
/// @param profit their value less what they were bought for
/// @param realized what was won with those that were sold
public record PositionInfo(
        Symbol symbol,
        long qty,
        long reservedQty,
        @Nullable BigDecimal avgPx,
        @Nullable BigDecimal last,
        BigDecimal value,
        BigDecimal profit,
        BigDecimal realized) {}
