package tickertape.market.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.MarketState;
import tickertape.market.PastBar;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.SimulatedExchange;
import tickertape.market.feed.simulation.SimulatedPast;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// A simulated market that behaves like a real one. One thread calls it.
///
/// The same instruments, seed, day and pace give the same events at the n-th tick, except for their times. The first
/// tick of a day's session brings a book and a trade of every instrument. Outside the session nothing happens.
public final class SimulatedFeed implements Feed {

    private final List<Instrument> instruments;
    private final Map<Symbol, LastPrice> lastPrices;
    private final long seed;
    private final TradingDay day;
    private final Pace pace;
    private SimulatedExchange exchange;
    private final TickInterval current;

    /// @param day at its beginning; only this feed may advance it
    public SimulatedFeed(List<Instrument> instruments, long seed, TradingDay day, Pace pace) {
        this(instruments, seed, day, pace, Map.of());
    }

    /// Goes on from where an earlier market stopped. Last prices that are none of an instrument's are left out.
    SimulatedFeed(
            List<Instrument> instruments, long seed, TradingDay day, Pace pace, Map<Symbol, LastPrice> lastPrices) {
        this.instruments = List.copyOf(instruments);
        this.seed = seed;
        this.day = day;
        this.pace = pace;
        this.lastPrices = fitting(lastPrices);
        exchange = new SimulatedExchange(this.instruments, seed, day, pace, this.lastPrices);
        current = new TickInterval(day.interval());
    }

    private Map<Symbol, LastPrice> fitting(Map<Symbol, LastPrice> prices) {
        return instruments.stream()
                .filter(instrument -> prices.containsKey(instrument.symbol())
                        && prices.get(instrument.symbol()).fits(instrument))
                .collect(Collectors.toUnmodifiableMap(
                        Instrument::symbol, instrument -> prices.get(instrument.symbol())));
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public void resume(MarketState state, Instant now) {
        Map<Symbol, LastPrice> prices = state.quotes().stream()
                .collect(Collectors.toMap(Quote::symbol, quote -> new LastPrice(quote.last(), quote.previousClose())));
        if (state.status() != null) {
            day.resume(state.status(), now);
        }
        exchange = new SimulatedExchange(instruments, seed, day, pace, fitting(prices));
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public Map<Symbol, LastPrice> lastPrices() {
        return lastPrices;
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        current.advance(now);
        return exchange.tick(current::at);
    }

    @Override
    public MarketStatus status(Instant now) {
        return exchange.status(now);
    }

    @Override
    public void past(Instant now, ZoneId zone, Consumer<PastBar> bars) {
        new SimulatedPast(instruments, seed).tell(now, zone, bars);
    }
}
