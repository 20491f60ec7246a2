package tickertape.market.feed.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.MarketState;
import tickertape.market.PastBar;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TradingHalt;

/// A feed that works until its fault begins. One thread calls it.
///
/// The delay of the fault is counted in ticks, as everything in a market is. The fault never ends.
public final class FaultyFeed implements Feed {

    private final Feed feed;
    private final FeedFault.Kind kind;
    private final Set<Symbol> halted;
    private long ticksLeft;
    private boolean faulty;

    /// Throws `IllegalArgumentException` when the fault names instruments that the feed does not have.
    public FaultyFeed(Feed feed, FeedFault fault, Duration interval) {
        this.feed = feed;
        kind = fault.kind();
        halted = fault.halted(feed.instruments());
        ticksLeft = fault.delay().dividedBy(interval);
    }

    @Override
    public List<Instrument> instruments() {
        return feed.instruments();
    }

    @Override
    public List<Instrument> discovered() {
        return feed.discovered();
    }

    @Override
    public Set<Symbol> gaps() {
        return feed.gaps();
    }

    @Override
    public boolean isPushed() {
        return feed.isPushed();
    }

    @Override
    public Set<Symbol> closed(Instant now) {
        return feed.closed(now);
    }

    @Override
    public Map<Symbol, LastPrice> lastPrices() {
        return feed.lastPrices();
    }

    @Override
    public Optional<Instant> lastRecorded() {
        return feed.lastRecorded();
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        if (ticksLeft-- > 0) {
            return feed.tick(now);
        }
        boolean first = !faulty;
        faulty = true;
        return switch (kind) {
            case HALT -> halt(feed.tick(now), first, now);
            case STOP -> List.of();
            case HANG -> hang();
        };
    }

    /// A feed that has stopped leaves the market in its phase and forecasts nothing.
    @Override
    public MarketStatus status(Instant now) {
        MarketStatus status = feed.status(now);
        return faulty && kind == FeedFault.Kind.STOP ? new MarketStatus(status.phase(), null, null, now) : status;
    }

    @Override
    public boolean resumes() {
        return feed.resumes();
    }

    @Override
    public void resume(MarketState state, Instant now) {
        feed.resume(state, now);
    }

    @Override
    public void end() {
        feed.end();
    }

    @Override
    public void past(Instant now, ZoneId zone, Consumer<PastBar> bars) {
        feed.past(now, zone, bars);
    }

    private static List<MarketEvent> hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private List<MarketEvent> halt(List<MarketEvent> events, boolean first, Instant now) {
        List<MarketEvent> rest = new ArrayList<>(events);
        rest.removeIf(event -> halted.contains(event.symbol()));
        if (first) {
            halted.forEach(symbol -> rest.add(new TradingHalt(symbol, now)));
        }
        return rest;
    }
}
