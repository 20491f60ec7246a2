package tickertape.market.feed.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.wire.MarketEvent;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// One instrument of the simulated exchange: its price, its book and its trades.
final class SimulatedStock {

    private final Instrument instrument;
    private final SplittableRandom random;
    private final SimulatedPrice price;
    private final TradeArrivals arrivals;
    private final OrderFlow flow;
    private final double rate;
    private Book book;

    /// @param start where its price stood when an earlier market stopped; null where there was none
    SimulatedStock(Instrument instrument, @Nullable LastPrice start, Duration interval, SplittableRandom random) {
        this.instrument = instrument;
        this.random = random;
        price = price(instrument, start, interval, random);
        arrivals = new TradeArrivals(interval, random);
        flow = new OrderFlow(random);
        rate = rate(instrument);
        book = price.book();
    }

    /// Trades a second: instruments that trade often have narrow spreads.
    static double rate(Instrument instrument) {
        return Math.clamp(11.5 / Math.pow(instrument.spread().doubleValue(), 0.9), 1.8, 17);
    }

    private static SimulatedPrice price(
            Instrument instrument, @Nullable LastPrice start, Duration interval, SplittableRandom random) {
        if (start == null) {
            return new SimulatedPrice(instrument, interval, random);
        }
        double reference = instrument.referencePrice().doubleValue();
        return new SimulatedPrice(
                instrument, interval, random, Math.log(start.last().doubleValue() / reference));
    }

    /// Moves the price as it moves overnight: the next day opens at another one.
    void passNight() {
        price.passNight();
        book = price.book();
    }

    /// The first book and the first trade of the day.
    void open(DoubleFunction<Instant> clock, List<MarketEvent> events) {
        events.add(top(clock.apply(1)));
        events.add(trade(clock.apply(1)));
    }

    /// One tick at the pace `bursty`: the book changes at some time in it, and each trade meets the book of its own
    /// time.
    void burstyTick(FactorModel factors, TradingDay day, DoubleFunction<Instant> clock, List<MarketEvent> events) {
        price.advance(factors, day);
        arrivals.begin(rate * day.activity() * price.intensity(factors));
        Book next = price.book();
        double change = random.nextDouble();
        double at = arrivals.next();
        if (at > 1 && next.samePrices(book)) {
            return;
        }
        for (; at < change; at = arrivals.next()) {
            events.add(trade(clock.apply(at)));
        }
        book = next;
        events.add(top(clock.apply(change)));
        for (; at <= 1; at = arrivals.next()) {
            events.add(trade(clock.apply(at)));
        }
    }

    /// One tick at the pace `steady`: one new book, different from the one before.
    void steadyTick(FactorModel factors, TradingDay day, DoubleFunction<Instant> clock, List<MarketEvent> events) {
        price.advance(factors, day);
        Book next = price.book();
        book = next.equals(book) ? next.withMoreBid() : next;
        events.add(top(clock.apply(1)));
    }

    private TopOfBook top(Instant time) {
        return new TopOfBook(
                instrument.symbol(),
                price(book.bid()),
                price(book.ask()),
                BigDecimal.valueOf(book.bidSize()),
                BigDecimal.valueOf(book.askSize()),
                time);
    }

    private Trade trade(Instant time) {
        BigDecimal size = BigDecimal.valueOf(LotSizes.draw(random));
        return new Trade(instrument.symbol(), price(flow.price(book)), size, time, null);
    }

    private BigDecimal price(long ticks) {
        return instrument.tickSize().multiply(BigDecimal.valueOf(ticks));
    }
}
