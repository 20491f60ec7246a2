package tickertape.trading.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player has, and what it is worth.
///
/// @param player who it is on the board; null for who has never traded
/// @param reserved how much of the cash open orders hold back, and what was sold short
/// @param buyingPower the rest of the cash
/// @param equity cash and the value of all positions
/// @param profit what `equity` is more than at the beginning; `percent` the same in percent of that
/// @param shortSelling whether what is not there may be sold, too
/// @param place among all who have traded; null for who has not
public record PortfolioInfo(
        String season,
        @Nullable String player,
        BigDecimal cash,
        BigDecimal reserved,
        BigDecimal buyingPower,
        BigDecimal equity,
        BigDecimal profit,
        BigDecimal percent,
        @Nullable Integer place,
        int players,
        List<PositionInfo> positions,
        boolean shortSelling,
        Instant time) {}
