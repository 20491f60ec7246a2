package tickertape.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The instruments of one feed and their latest quotes.
///
/// One thread ticks. Any thread may read; a reader sees whole ticks only.
public final class Market {

    private final Feed feed;
    private final List<Instrument> instruments;
    private final Map<Symbol, Listing> listings = new LinkedHashMap<>();
    private volatile Map<Symbol, Quote> quotes = Map.of();

    /// Throws `IllegalArgumentException` when the feed lists a symbol twice.
    public Market(Feed feed) {
        this.feed = feed;
        instruments = List.copyOf(feed.instruments());
        for (Instrument instrument : instruments) {
            if (listings.put(instrument.symbol(), new Listing(instrument)) != null) {
                throw new IllegalArgumentException("symbol %s is listed twice".formatted(instrument.symbol()));
            }
        }
    }

    /// Moves the market to `now` and publishes what came of it.
    public Tick tick(Instant now) {
        List<Trade> trades = new ArrayList<>();
        for (MarketEvent event : feed.tick(now)) {
            listing(event.symbol()).apply(event);
            if (event instanceof Trade trade) {
                trades.add(trade);
            }
        }
        return new Tick(trades, publish());
    }

    public List<Instrument> instruments() {
        return instruments;
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(listings.get(symbol)).map(Listing::instrument);
    }

    /// The latest quotes, in order of the instruments; a symbol has none until its first event.
    public List<Quote> quotes() {
        return List.copyOf(quotes.values());
    }

    public Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(quotes.get(symbol));
    }

    private List<Quote> publish() {
        List<Quote> changed = new ArrayList<>();
        Map<Symbol, Quote> latest = new LinkedHashMap<>();
        for (Listing listing : listings.values()) {
            listing.publish().ifPresent(changed::add);
            listing.quote().ifPresent(quote -> latest.put(quote.symbol(), quote));
        }
        quotes = Collections.unmodifiableMap(latest);
        return changed;
    }

    private Listing listing(Symbol symbol) {
        Listing listing = listings.get(symbol);
        if (listing == null) {
            throw new IllegalArgumentException("symbol %s is not one of the market's".formatted(symbol));
        }
        return listing;
    }
}
