package tickertape.market.feed.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What moves all stocks at once: a shock to the market and one to each sector, and a shared nervousness.
///
/// A factor model of returns (Sharpe 1963; with sectors, King 1966). A stock's shock has variance one.
final class CommonFactor {

    /// The sector of index funds, which have next to no life of their own.
    static final String FUNDS = "Index Funds";

    private static final double SECTOR = 0.35;
    private static final double NERVOUSNESS = 0.24;

    private final SplittableRandom random;
    private final LogVolatility nervousness;
    private final Map<String, Double> sectors = new LinkedHashMap<>();
    private double market;

    CommonFactor(List<String> sectors, Duration interval, SplittableRandom random) {
        this.random = random;
        nervousness = new LogVolatility(NERVOUSNESS, interval, random.split());
        sectors.forEach(sector -> this.sectors.put(sector, 0.0));
        advance();
    }

    void advance() {
        nervousness.advance();
        market = random.nextGaussian();
        sectors.replaceAll((sector, shock) -> random.nextGaussian());
    }

    /// The logarithm of the volatility that all share, zero on average.
    double nervousness() {
        return nervousness.value();
    }

    /// The long-run variance of that logarithm.
    double variance() {
        return nervousness.variance();
    }

    /// The shock of this tick to one stock of a sector, with the part that is the stock's own.
    double shock(String sector, double own) {
        double weight = sector.equals(FUNDS) ? 0.92 : 0.6;
        double rest = Math.sqrt(1 - weight * weight - SECTOR * SECTOR);
        return weight * market + SECTOR * sectors.getOrDefault(sector, 0.0) + rest * own;
    }
}
