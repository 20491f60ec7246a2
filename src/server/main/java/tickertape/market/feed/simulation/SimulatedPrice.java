package tickertape.market.feed.simulation;

import java.time.Duration;
import java.util.SplittableRandom;
import tickertape.market.Instrument;

/// The hidden price of one instrument, its volatility, and the book that follows from both.
final class SimulatedPrice {

    private static final double BASIS_POINT = 1e-4;
    private static final double OVERNIGHT = 0.006;
    private static final double VOLATILITY_DEVIATION = 0.24;

    private final String sector;
    private final SplittableRandom random;
    private final EfficientPrice price;
    private final LogVolatility ownLogVolatility;
    private final MarketMaker maker;
    private final double deviation;
    private double logVolatility;

    SimulatedPrice(Instrument instrument, Duration interval, SplittableRandom random) {
        this(instrument, interval, random, OVERNIGHT * random.nextGaussian());
    }

    /// @param gap how far from the reference price it starts, as a logarithm
    SimulatedPrice(Instrument instrument, Duration interval, SplittableRandom random, double gap) {
        sector = instrument.sector();
        this.random = random;
        price = new EfficientPrice(instrument.referencePrice().doubleValue(), gap, interval);
        ownLogVolatility = new LogVolatility(VOLATILITY_DEVIATION, interval, random.split());
        double spread = instrument.spread().doubleValue() * BASIS_POINT;
        maker = new MarketMaker(instrument.tickSize().doubleValue(), spread, random);
        deviation = instrument.volatility().doubleValue() * BASIS_POINT * Math.sqrt(interval.toNanos() / 60e9);
    }

    /// Moves by one tick of the market.
    void advance(FactorModel factors, TradingDay day) {
        ownLogVolatility.advance();
        // Minus the variance, so that the mean of the squared volatility is the instrument's.
        logVolatility = ownLogVolatility.value() + factors.logVolatility();
        double volatility = deviation * Math.exp(logVolatility - variance(factors)) * Math.sqrt(day.activity());
        price.move(volatility * factors.shock(sector, random.nextGaussian()));
    }

    /// Moves as prices do between the close of one day and the open of the next.
    void passNight() {
        price.move(overnightReturn());
    }

    /// The price itself, behind any book.
    double value() {
        return price.value();
    }

    /// A book around the current price. Its sizes are drawn anew each time.
    Book book() {
        return maker.quote(price.value(), logVolatility);
    }

    /// How often there are trades, relative to the usual: one on average. Volatile markets are busy (Clark 1973).
    double intensity(FactorModel factors) {
        return Math.exp(logVolatility - variance(factors) / 2);
    }

    private double overnightReturn() {
        return OVERNIGHT * random.nextGaussian();
    }

    private double variance(FactorModel factors) {
        return ownLogVolatility.variance() + factors.variance();
    }
}
