package tickertape.market.feed.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What moves all stocks together: a shock to the market, one to each sector, and a shared volatility.
///
/// A factor model of returns (Sharpe 1963; with sectors, King 1966). The shock to a stock has variance one.
final class FactorModel {

    /// The sector of index funds, which move with the market almost completely.
    static final String FUNDS = "Index Funds";

    private static final double SECTOR = 0.35;
    private static final double VOLATILITY_DEVIATION = 0.24;

    private final SplittableRandom random;
    private final LogVolatility logVolatility;
    private final Map<String, Double> sectors = new LinkedHashMap<>();
    private double market;

    FactorModel(List<String> sectors, Duration interval, SplittableRandom random) {
        this.random = random;
        logVolatility = new LogVolatility(VOLATILITY_DEVIATION, interval, random.split());
        sectors.forEach(sector -> this.sectors.put(sector, 0.0));
        advance();
    }

    void advance() {
        logVolatility.advance();
        market = random.nextGaussian();
        sectors.replaceAll((sector, shock) -> random.nextGaussian());
    }

    /// The logarithm of the shared volatility, zero on average.
    double logVolatility() {
        return logVolatility.value();
    }

    /// The long-run variance of that logarithm.
    double variance() {
        return logVolatility.variance();
    }

    /// The shock of this tick to one stock of a sector.
    ///
    /// @param own the part that is the stock's own: a standard normal number
    double shock(String sector, double own) {
        double weight = sector.equals(FUNDS) ? 0.92 : 0.6;
        double rest = Math.sqrt(1 - weight * weight - SECTOR * SECTOR);
        return weight * market + SECTOR * sectors.getOrDefault(sector, 0.0) + rest * own;
    }
}
