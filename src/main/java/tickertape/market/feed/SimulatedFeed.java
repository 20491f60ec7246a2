package tickertape.market.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.MarketEvent;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.SimulatedExchange;

/// A made-up market that behaves like a real one; only one thread may call it.
///
/// The same instruments, seed, interval and pace give the same events at the n-th tick, but for their times. The first
/// tick brings a book and a trade of every instrument.
public final class SimulatedFeed implements Feed {

    private final List<Instrument> instruments;
    private final SimulatedExchange exchange;
    private final Timeline timeline;

    public SimulatedFeed(List<Instrument> instruments, long seed, Duration interval, Pace pace) {
        this.instruments = List.copyOf(instruments);
        exchange = new SimulatedExchange(this.instruments, seed, interval, pace);
        timeline = new Timeline(interval);
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        timeline.advance(now);
        return exchange.tick(timeline::at);
    }
}
