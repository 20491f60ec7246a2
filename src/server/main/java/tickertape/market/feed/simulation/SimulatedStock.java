package tickertape.market.feed.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import tickertape.market.Instrument;
import tickertape.wire.MarketEvent;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// One instrument of the simulated market: its price, its book, and who trades in it.
final class SimulatedStock {

    private final Instrument instrument;
    private final SplittableRandom random;
    private final SimulatedPrice price;
    private final Arrivals arrivals;
    private final TradeMaker trader;
    private final double rate;
    private Book book;

    SimulatedStock(Instrument instrument, Duration interval, SplittableRandom random) {
        this.instrument = instrument;
        this.random = random;
        price = new SimulatedPrice(instrument, interval, random);
        arrivals = new Arrivals(interval, random);
        trader = new TradeMaker(random);
        // Trades a second: what trades often has a narrow spread.
        rate = Math.clamp(11.5 / Math.pow(instrument.spread().doubleValue(), 0.9), 1.8, 17);
        book = price.book();
    }

    /// The night: the next day opens at another price.
    void sleep() {
        price.sleep();
        book = price.book();
    }

    /// The day's first book and its first trade.
    void open(DoubleFunction<Instant> clock, List<MarketEvent> events) {
        events.add(top(clock.apply(1)));
        events.add(trade(clock.apply(1)));
    }

    /// A lively tick: the book moves at some moment in it, and each trade meets the book of its own moment.
    void live(CommonFactor factor, TradingDay day, DoubleFunction<Instant> clock, List<MarketEvent> events) {
        price.advance(factor, day);
        arrivals.begin(rate * day.activity() * price.haste(factor));
        Book next = price.book();
        double moves = random.nextDouble();
        double at = arrivals.next();
        if (at > 1 && next.samePrices(book)) {
            return;
        }
        for (; at < moves; at = arrivals.next()) {
            events.add(trade(clock.apply(at)));
        }
        book = next;
        events.add(top(clock.apply(moves)));
        for (; at <= 1; at = arrivals.next()) {
            events.add(trade(clock.apply(at)));
        }
    }

    /// A steady tick: one new book, never like the one before.
    void pace(CommonFactor factor, TradingDay day, DoubleFunction<Instant> clock, List<MarketEvent> events) {
        price.advance(factor, day);
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
        BigDecimal size = BigDecimal.valueOf(Lots.draw(random));
        return new Trade(instrument.symbol(), price(trader.price(book)), size, time, null);
    }

    private BigDecimal price(long ticks) {
        return instrument.tickSize().multiply(BigDecimal.valueOf(ticks));
    }
}
