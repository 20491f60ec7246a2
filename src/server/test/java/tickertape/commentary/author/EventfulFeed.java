package tickertape.commentary.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TradingHalt;

/// A feed on whose day trading stops: in one instrument, later in all, and one falls silent.
final class EventfulFeed implements Feed {

    private static final int PARTS = 100;

    private final Feed feed;
    private final int part;
    private Set<Symbol> quiet = Set.of();
    private int ticks;

    /// @param length of its day in ticks
    EventfulFeed(Feed feed, int length) {
        this.feed = feed;
        part = Math.max(1, length / PARTS);
    }

    @Override
    public List<Instrument> instruments() {
        return feed.instruments();
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        List<MarketEvent> events = new ArrayList<>(feed.tick(now));
        int at = ticks++ / part;
        Set<Symbol> halted = halted(at);
        halted.stream()
                .filter(symbol -> !quiet.contains(symbol))
                .map(symbol -> new TradingHalt(symbol, now))
                .forEach(events::add);
        quiet = halted;
        Set<Symbol> silent = at >= 70 && at < 75 ? only(1) : Set.of();
        events.removeIf(event -> !(event instanceof TradingHalt)
                && (halted.contains(event.symbol()) || silent.contains(event.symbol())));
        return events;
    }

    private Set<Symbol> halted(int at) {
        if (at >= 55 && at < 58) {
            return instruments().stream().map(Instrument::symbol).collect(Collectors.toSet());
        }
        return at >= 30 && at < 35 ? only(2) : Set.of();
    }

    private Set<Symbol> only(int index) {
        return Set.of(
                instruments().get(Math.min(index, instruments().size() - 1)).symbol());
    }

    @Override
    public MarketStatus status(Instant now) {
        return feed.status(now);
    }
}
