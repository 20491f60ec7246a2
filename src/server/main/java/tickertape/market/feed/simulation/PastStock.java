package tickertape.market.feed.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import tickertape.market.Instrument;
import tickertape.market.PastBar;

/// The past of one instrument, told backwards, bar by bar.
final class PastStock {

    /// The mean of the sizes of trades.
    private static final double SIZE = 150;

    private final Instrument instrument;
    private final SplittableRandom random;
    private final double tick;
    private SimulatedPrice price;
    private double step;
    private long close;
    private long open;
    private long high;
    private long low;
    private double trades;

    PastStock(Instrument instrument, SplittableRandom random) {
        this.instrument = instrument;
        this.random = random;
        tick = instrument.tickSize().doubleValue();
        price = new SimulatedPrice(instrument, Duration.ofSeconds(1), random, 0);
    }

    /// Goes on from the same price in steps of another length.
    void begin(Duration length) {
        double gap = Math.log(price.value() / instrument.referencePrice().doubleValue());
        price = new SimulatedPrice(instrument, length, random, gap);
        step = length.toNanos() / 1e9;
    }

    void beginBar() {
        close = ticks();
        open = close;
        high = close;
        low = close;
        trades = 0;
    }

    void advance(FactorModel factors, TradingDay session) {
        price.advance(factors, session);
        open = ticks();
        high = Math.max(high, open);
        low = Math.min(low, open);
        trades += SimulatedStock.rate(instrument) * step * session.activity() * price.intensity(factors);
    }

    void passNight() {
        price.passNight();
    }

    /// The bar since [#beginBar].
    PastBar bar(Instant start, boolean minute) {
        long count = Math.max(1, Math.round(trades * (0.8 + 0.4 * random.nextDouble())));
        long volume = Math.max(1, Math.round(count * SIZE * (0.9 + 0.2 * random.nextDouble())));
        // The mean price lies about where the price has been.
        long mean = (open + high + low + close) / 4;
        return new PastBar(
                instrument.symbol(),
                minute,
                start,
                price(open),
                price(high),
                price(low),
                price(close),
                volume,
                price(mean).multiply(BigDecimal.valueOf(volume)),
                count);
    }

    /// The day that minutes add up to.
    ///
    /// @param minutes newest first
    static PastBar day(Instant open, List<PastBar> minutes) {
        PastBar first = minutes.getLast();
        BigDecimal high = first.high();
        BigDecimal low = first.low();
        BigDecimal turnover = BigDecimal.ZERO;
        long volume = 0;
        long trades = 0;
        for (PastBar minute : minutes) {
            high = high.max(minute.high());
            low = low.min(minute.low());
            turnover = turnover.add(minute.turnover());
            volume += minute.volume();
            trades += minute.trades();
        }
        BigDecimal close = minutes.getFirst().close();
        return new PastBar(first.symbol(), false, open, first.open(), high, low, close, volume, turnover, trades);
    }

    private long ticks() {
        return Math.max(1, Math.round(price.value() / tick));
    }

    private BigDecimal price(long ticks) {
        return instrument.tickSize().multiply(BigDecimal.valueOf(ticks));
    }
}
