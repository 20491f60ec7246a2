package tickertape.market.feed.simulation;

import java.time.Duration;
import java.util.SplittableRandom;
import tickertape.market.Instrument;

/// The hidden price of one instrument, how nervous it is, and the book that both bring about.
final class SimulatedPrice {

    private static final double BASIS_POINT = 1e-4;
    private static final double OVERNIGHT = 0.006;
    private static final double NERVOUSNESS = 0.24;

    private final String sector;
    private final SplittableRandom random;
    private final EfficientPrice price;
    private final LogVolatility nervousness;
    private final BookMaker maker;
    private final double deviation;
    private double logVolatility;

    SimulatedPrice(Instrument instrument, Duration interval, SplittableRandom random) {
        sector = instrument.sector();
        this.random = random;
        price = new EfficientPrice(instrument.referencePrice().doubleValue(), night(), interval);
        nervousness = new LogVolatility(NERVOUSNESS, interval, random.split());
        double spread = instrument.spread().doubleValue() * BASIS_POINT;
        maker = new BookMaker(instrument.tickSize().doubleValue(), spread, random);
        deviation = instrument.volatility().doubleValue() * BASIS_POINT * Math.sqrt(interval.toNanos() / 60e9);
    }

    /// Moves by one tick of the market.
    void advance(CommonFactor factor, TradingDay day) {
        nervousness.advance();
        // Less the variance, so that the mean of the squared volatility is the instrument's.
        logVolatility = nervousness.value() + factor.nervousness();
        double volatility = deviation * Math.exp(logVolatility - variance(factor)) * Math.sqrt(day.activity());
        price.move(volatility * factor.shock(sector, random.nextGaussian()));
    }

    /// Moves as far as prices do between one day's close and the next day's open.
    void sleep() {
        price.move(night());
    }

    /// A book around the price as it is now; its sizes are new each time.
    Book book() {
        return maker.around(price.value(), logVolatility);
    }

    /// How much more often than usual people trade, one on average: nervous markets are busy ones (Clark 1973).
    double haste(CommonFactor factor) {
        return Math.exp(logVolatility - variance(factor) / 2);
    }

    private double night() {
        return OVERNIGHT * random.nextGaussian();
    }

    private double variance(CommonFactor factor) {
        return nervousness.variance() + factor.variance();
    }
}
