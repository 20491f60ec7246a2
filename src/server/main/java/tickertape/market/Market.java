package tickertape.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// The instruments of one feed and their latest quotes.
///
/// One thread ticks: it listens, then publishes. Any thread may read; a reader sees whole ticks only.
public final class Market {

    private final Feed feed;
    private final List<Instrument> instruments;
    private final Map<Symbol, InstrumentState> listings = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final SilenceDetector staleness = new SilenceDetector();
    private @Nullable MarketStatus told;
    private @Nullable MarketStatus status;
    private volatile Map<Symbol, Quote> quotes = Map.of();

    /// Throws `IllegalArgumentException` when the feed lists a symbol twice.
    public Market(Feed feed) {
        this.feed = feed;
        instruments = List.copyOf(feed.instruments());
        for (Instrument instrument : instruments) {
            if (listings.put(instrument.symbol(), new InstrumentState(instrument)) != null) {
                throw new IllegalArgumentException("symbol %s is listed twice".formatted(instrument.symbol()));
            }
        }
    }

    /// Takes in what the feed tells of the interval that ends now; throws what the feed throws.
    public void listen(Instant now) {
        List<MarketEvent> events = feed.tick(now);
        turnTo(feed.status(now), now);
        for (MarketEvent event : events) {
            listing(event.symbol()).apply(event);
            if (event instanceof Trade trade) {
                trades.add(trade);
            }
        }
    }

    /// Ends the tick, and publishes what came of it. To be called even when the feed has failed: that is silence too.
    public Tick publish() {
        if (told == null) {
            return new Tick(null, List.of(), List.of());
        }
        MarketStatus current = allHalted(told) ? told.during(MarketPhase.HALTED) : told;
        boolean news = status == null || current.isNewsAfter(status);
        status = news ? current : status;
        Tick tick = new Tick(news ? current : null, trades, publish(current.phase()));
        trades.clear();
        return tick;
    }

    public List<Instrument> instruments() {
        return instruments;
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(listings.get(symbol)).map(InstrumentState::instrument);
    }

    /// The latest quotes, in order of the instruments; a symbol has none until its first event or first day.
    public List<Quote> quotes() {
        return List.copyOf(quotes.values());
    }

    public Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(quotes.get(symbol));
    }

    /// Whether the feed has told of any instrument, and not fallen silent about all of them; rest at night is no
    /// silence.
    public boolean heard() {
        return quotes.values().stream().anyMatch(quote -> quote.status() != QuoteStatus.STALE);
    }

    private void turnTo(MarketStatus next, Instant now) {
        MarketPhase before = told == null ? null : told.phase();
        boolean morning = next.phase() == MarketPhase.PRE || before == MarketPhase.CLOSED;
        if (morning && next.phase() != before) {
            listings.values().forEach(listing -> listing.beginDay(now));
        }
        told = next;
    }

    private boolean allHalted(MarketStatus current) {
        return current.phase() == MarketPhase.OPEN && listings.values().stream().allMatch(InstrumentState::halted);
    }

    private List<Quote> publish(MarketPhase phase) {
        boolean silent = silent(phase);
        List<Quote> changed = new ArrayList<>();
        Map<Symbol, Quote> latest = new LinkedHashMap<>();
        for (InstrumentState listing : listings.values()) {
            listing.publish(phase, silent).ifPresent(changed::add);
            listing.quote().ifPresent(quote -> latest.put(quote.symbol(), quote));
        }
        quotes = Collections.unmodifiableMap(latest);
        return changed;
    }

    // Of all together a silence is soon told from the usual, however seldom each of them speaks; but not when some must
    // be silent.
    private boolean silent(MarketPhase phase) {
        if (phase == MarketPhase.OPEN && listings.values().stream().noneMatch(InstrumentState::halted)) {
            staleness.tick(listings.values().stream().anyMatch(InstrumentState::heard));
        } else {
            staleness.rest();
        }
        return staleness.reached();
    }

    private InstrumentState listing(Symbol symbol) {
        InstrumentState listing = listings.get(symbol);
        if (listing == null) {
            throw new IllegalArgumentException("symbol %s is not one of the market's".formatted(symbol));
        }
        return listing;
    }
}
