package tickertape.trading.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player has, and what it is worth.
///
/// @param buyingPower the cash that no order holds back
/// @param equity cash and the value of all positions
/// @param profit what `equity` is more than at the beginning; `percent` the same in percent of that
/// @param place among all who have traded; null for who has not
public record PortfolioInfo(
        String season,
        BigDecimal cash,
        BigDecimal reserved,
        BigDecimal buyingPower,
        BigDecimal equity,
        BigDecimal profit,
        BigDecimal percent,
        @Nullable Integer place,
        int players,
        List<PositionInfo> positions,
        Instant time) {}
