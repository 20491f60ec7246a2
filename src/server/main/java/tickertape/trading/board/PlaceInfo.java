package tickertape.trading.board;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A line of the leaderboard.
///
/// @param player stays the same for ever
/// @param percent what was won, in percent of the money of the beginning
/// @param was the place on the board before, if it was another one; null otherwise
public record PlaceInfo(
        int place,
        String player,
        String name,
        BigDecimal equity,
        BigDecimal percent,
        @Nullable Integer was) {}
