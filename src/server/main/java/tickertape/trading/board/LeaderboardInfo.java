package tickertape.trading.board;

import java.time.Instant;
import java.util.List;

/// Who leads.
///
/// @param ends when the season does
/// @param players how many there are in all
/// @param places the first hundred
public record LeaderboardInfo(String season, Instant ends, int players, Instant time, List<PlaceInfo> places) {}
