package tickertape.commentary.facts;

import java.math.BigDecimal;
import java.util.List;
import tickertape.wire.MarketPhase;

/// What is so of the market as a whole.
///
/// @param size how many instruments have a price
/// @param percent the mean of their changes
/// @param up how many of them are higher than at the previous close
/// @param down how many are lower
/// @param gainers those that have risen most, the first most of all
/// @param losers those that have fallen most, the first most of all
/// @param sectors of more than one instrument, the best first
/// @param halted how many are suspended
public record MarketFacts(
        MarketPhase phase,
        int size,
        BigDecimal percent,
        int up,
        int down,
        int halted,
        List<Mover> gainers,
        List<Mover> losers,
        List<SectorFacts> sectors) {

    public MarketFacts {
        gainers = List.copyOf(gainers);
        losers = List.copyOf(losers);
        sectors = List.copyOf(sectors);
    }

    /// How many stand where they stood at the previous close.
    public int unchanged() {
        return size - up - down;
    }

    public boolean isMostlyUnchanged() {
        return isMost(unchanged());
    }

    public boolean isMostlyHigher() {
        return isMost(up);
    }

    public boolean isMostlyLower() {
        return isMost(down);
    }

    /// Whether none of them has moved as much as the first.
    public static boolean hasLeader(List<Mover> movers) {
        return movers.size() < 2
                || movers.get(0).percent().compareTo(movers.get(1).percent()) != 0;
    }

    /// Whether one sector does better than another.
    public boolean hasBestSector() {
        return sectors.size() > 1
                && sectors.getFirst().percent().compareTo(sectors.getLast().percent()) > 0;
    }

    // Three of five, so that nobody doubts it.
    private boolean isMost(int some) {
        return 5 * some >= 3 * size;
    }
}
