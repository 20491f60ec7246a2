package tickertape.market.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.MarketEvent;

/// A made-up market that behaves like a real one; only one thread may call it.
///
/// The same instruments, seed, interval and pace give the same events at the n-th tick, but for their times. The first
/// tick brings a book and a trade of every instrument.
public final class SimulatedFeed implements Feed {

    private final List<Instrument> instruments;
    private final Pace pace;
    private final Timeline timeline;
    private final TradingDay day;
    private final CommonFactor factor;
    private final List<SimulatedStock> stocks;
    private boolean open;

    public SimulatedFeed(List<Instrument> instruments, long seed, Duration interval, Pace pace) {
        this.instruments = List.copyOf(instruments);
        this.pace = pace;
        timeline = new Timeline(interval);
        day = new TradingDay(interval);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> sectors =
                instruments.stream().map(Instrument::sector).distinct().toList();
        factor = new CommonFactor(sectors, interval, random.split());
        // Each stock has a chance of its own, so that one more of them leaves the others' prices alone.
        stocks = instruments.stream()
                .map(instrument -> new SimulatedStock(instrument, interval, random.split()))
                .toList();
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        timeline.advance(now);
        List<MarketEvent> events = new ArrayList<>();
        if (open) {
            day.advance();
            factor.advance();
            stocks.forEach(stock -> step(stock, events));
        } else {
            open = true;
            stocks.forEach(stock -> stock.open(timeline, events));
        }
        events.sort(Comparator.comparing(MarketEvent::time));
        return events;
    }

    private void step(SimulatedStock stock, List<MarketEvent> events) {
        switch (pace) {
            case BURSTY -> stock.live(factor, day, timeline, events);
            case STEADY -> stock.pace(factor, day, timeline, events);
        }
    }
}
