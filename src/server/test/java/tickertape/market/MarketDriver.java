package tickertape.market;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// Ticks a market and keeps the newest quote of each symbol that its ticks brought.
public final class MarketDriver {

    private final Market market;
    private final Map<Symbol, Quote> newest = new HashMap<>();

    public MarketDriver(Feed feed) {
        market = new Market(feed);
    }

    public Market market() {
        return market;
    }

    public Tick tick(Instant now) {
        market.readFeed(now);
        Tick tick = market.publish();
        tick.quotes().forEach(quote -> newest.put(quote.symbol(), quote));
        return tick;
    }

    /// One tick at noon.
    public Tick tick() {
        return tick(Samples.NOON);
    }

    /// The newest quotes, in the order of the instruments.
    public List<Quote> quotes() {
        return market.instruments().stream()
                .map(instrument -> newest.get(instrument.symbol()))
                .filter(Objects::nonNull)
                .toList();
    }

    /// The newest quotes after so many more ticks at noon.
    public List<Quote> quotesAfter(int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            tick();
        }
        return quotes();
    }
}
