package tickertape.market.feed.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;

/// All simulated stocks and what moves them together. One thread calls it.
public final class SimulatedExchange {

    private final Pace pace;
    private final TradingDay day;
    private final FactorModel factors;
    private final List<SimulatedStock> stocks;
    private boolean begun;
    private boolean open;

    /// @param lastPrices where instruments stood when an earlier market stopped; the others open after a night
    public SimulatedExchange(
            List<Instrument> instruments, long seed, TradingDay day, Pace pace, Map<Symbol, LastPrice> lastPrices) {
        this.pace = pace;
        this.day = day;
        Duration interval = day.interval();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> sectors =
                instruments.stream().map(Instrument::sector).distinct().toList();
        factors = new FactorModel(sectors, interval, random.split());
        stocks = instruments.stream()
                .map(instrument ->
                        new SimulatedStock(instrument, lastPrices.get(instrument.symbol()), interval, random.split()))
                .toList();
    }

    /// What happens in the next interval, in order of time. Nothing happens unless the market is open.
    ///
    /// @param clock gives the time at a fraction of the interval, 0 to 1
    public List<MarketEvent> tick(DoubleFunction<Instant> clock) {
        if (begun) {
            day.advance();
        }
        begun = true;
        List<MarketEvent> events = new ArrayList<>();
        if (!day.isOpen()) {
            close();
        } else if (open) {
            factors.advance();
            stocks.forEach(stock -> advance(stock, clock, events));
        } else {
            open = true;
            stocks.forEach(stock -> stock.open(clock, events));
        }
        events.sort(Comparator.comparing(MarketEvent::time));
        return events;
    }

    /// What the market is doing at the end of that interval.
    public MarketStatus status(Instant now) {
        return day.status(now);
    }

    private void close() {
        if (open) {
            stocks.forEach(SimulatedStock::passNight);
        }
        open = false;
    }

    private void advance(SimulatedStock stock, DoubleFunction<Instant> clock, List<MarketEvent> events) {
        switch (pace) {
            case BURSTY -> stock.burstyTick(factors, day, clock, events);
            case STEADY -> stock.steadyTick(factors, day, clock, events);
        }
    }
}
