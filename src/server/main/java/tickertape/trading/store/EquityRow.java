package tickertape.trading.store;

import java.math.BigDecimal;
import java.time.Instant;

/// What a player's equity was at some minute since it has joined.
///
/// @param step so many minutes lie between two points that are kept
/// @param isWider whether points before lie closer, perhaps
public record EquityRow(
        long player, String season, int minute, Instant time, BigDecimal equity, int step, boolean isWider) {

    /// What tells it from others.
    public record Key(long player, String season, int minute) {}

    public Key key() {
        return new Key(player, season, minute);
    }
}
