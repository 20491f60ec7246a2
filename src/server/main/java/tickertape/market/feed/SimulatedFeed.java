package tickertape.market.feed;

import java.time.Instant;
import java.util.List;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.SimulatedExchange;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;

/// A made-up market that behaves like a real one; only one thread may call it.
///
/// The same instruments, seed, day and pace give the same events at the n-th tick, but for their times. The first
/// tick of a day's session brings a book and a trade of every instrument; out of the session there is nothing.
public final class SimulatedFeed implements Feed {

    private final List<Instrument> instruments;
    private final SimulatedExchange exchange;
    private final Timeline timeline;

    /// @param day at its very beginning, and moved by nobody else
    public SimulatedFeed(List<Instrument> instruments, long seed, TradingDay day, Pace pace) {
        this.instruments = List.copyOf(instruments);
        exchange = new SimulatedExchange(this.instruments, seed, day, pace);
        timeline = new Timeline(day.interval());
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

    @Override
    public MarketStatus status(Instant now) {
        return exchange.status(now);
    }
}
