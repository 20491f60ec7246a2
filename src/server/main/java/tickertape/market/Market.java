package tickertape.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Folds the events of one feed into quotes, one tick at a time.
///
/// One thread ticks: it reads the feed, then publishes. It keeps no quotes: a caller that needs the latest
/// keeps those of the ticks. Any thread may ask for the instruments and the [Coverage].
public final class Market {

    /// A forecast that moves by no more than this is not published again.
    private static final Duration FORECAST_TOLERANCE = Duration.ofSeconds(2);

    private final Feed feed;
    private final Listing listing;
    private final List<Trade> trades = new ArrayList<>();
    private final Set<Symbol> gaps = new LinkedHashSet<>();
    private final SilenceDetector silence = new SilenceDetector();
    private Set<Symbol> closed = Set.of();
    private @Nullable MarketStatus feedStatus;
    private @Nullable MarketStatus published;
    private Instant time = Instant.EPOCH;
    private Instant heard = Instant.EPOCH;
    private volatile Coverage coverage = new Coverage(0, 0);

    /// How many instruments have a quote, and how many of these quotes are stale.
    public record Coverage(int quoted, int stale) {

        /// Whether the feed has fallen silent about all instruments that it has said anything about. Closed and halted
        /// instruments are not silent.
        public boolean silent() {
            return quoted > 0 && stale == quoted;
        }
    }

    /// Throws `IllegalArgumentException` when the feed lists a symbol twice.
    public Market(Feed feed) {
        this.feed = feed;
        listing = new Listing(feed.instruments(), feed.lastPrices());
    }

    /// Takes what the feed has for the interval that ends now; throws what the feed throws.
    public void readFeed(Instant now) {
        time = now;
        List<MarketEvent> events = feed.tick(now);
        listing.add(feed.discovered());
        gaps.addAll(feed.gaps());
        closed = feed.closed(now);
        enter(feed.status(now), now);
        for (MarketEvent event : events) {
            listing.state(event.symbol()).apply(event);
            heard = event.time().isAfter(heard) ? event.time() : heard;
            if (event instanceof Trade trade) {
                trades.add(trade);
            }
        }
    }

    /// Ends the tick and returns what changed in it. Call it even when the feed has failed: that is silence too.
    public Tick publish() {
        if (feedStatus == null) {
            return new Tick(time, null, List.of(), List.of());
        }
        MarketStatus current = allHalted(feedStatus) ? halted(feedStatus) : feedStatus;
        boolean changed = published == null || differs(current, published);
        published = changed ? current : published;
        List<Quote> quotes = quotes(current.phase());
        Instant silentSince = silence.exceeded() ? heard : null;
        Tick tick = new Tick(time, changed ? current : null, trades, quotes, gaps, silentSince);
        trades.clear();
        gaps.clear();
        return tick;
    }

    /// Whether its feed can go on where the market of another server stands.
    public boolean resumes() {
        return feed.resumes();
    }

    /// Goes on from what readers have been told last, by whatever server. If that is nothing, it begins as it is.
    public void resume(MarketState state, Instant now) {
        if (state.quotes().isEmpty()) {
            return;
        }
        feed.resume(state, now);
        state.quotes().stream()
                .filter(quote -> listing.has(quote.symbol().text()))
                .forEach(quote -> listing.state(quote.symbol()).resume(quote));
        feedStatus = state.status();
        published = state.status();
        trades.clear();
        gaps.clear();
    }

    /// Takes note of what another server makes of the market.
    ///
    /// @param inTouch whether that is all there is to know; else all quotes are as good as stale
    public void follow(MarketState state, boolean inTouch) {
        int quoted = state.quotes().size();
        int stale = (int) state.quotes().stream()
                .filter(quote -> quote.status() == QuoteStatus.STALE)
                .count();
        coverage = new Coverage(quoted, inTouch ? stale : quoted);
    }

    /// Tells the feed that no tick will follow. To be called when the last one has been published.
    public void end() {
        feed.end();
    }

    /// All that have become known so far, and a view of what is to come: it grows with the market.
    public List<Instrument> instruments() {
        return listing.instruments();
    }

    /// Their symbols, in the same order and by such a view.
    public List<Symbol> symbols() {
        return listing.symbols();
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return listing.instrument(symbol);
    }

    /// Whether an instrument has this symbol by now.
    public boolean hasSymbol(String text) {
        return listing.has(text);
    }

    /// How often its instruments have changed since the start.
    public int revision() {
        return listing.revision();
    }

    /// Whether others push what the feed has: then there may be no quotes for long after the start.
    public boolean isPushed() {
        return feed.isPushed();
    }

    /// As of the last tick.
    public Coverage coverage() {
        return coverage;
    }

    private void enter(MarketStatus next, Instant now) {
        MarketPhase before = feedStatus == null ? null : feedStatus.phase();
        boolean newDay = next.phase() == MarketPhase.PRE || before == MarketPhase.CLOSED;
        if (before == null && newDay) {
            // A start is no end of a day: what an earlier run knew as the previous close still is.
            listing.states().forEach(state -> state.begin(now));
        } else if (newDay && next.phase() != before) {
            listing.states().forEach(state -> state.beginDay(now));
        }
        feedStatus = next;
    }

    private boolean allClosed() {
        return !closed.isEmpty() && listing.states().stream().allMatch(state -> closed.contains(state.symbol()));
    }

    private boolean allHalted(MarketStatus status) {
        return status.phase() == MarketPhase.OPEN
                && !listing.states().isEmpty()
                && listing.states().stream().allMatch(InstrumentState::halted);
    }

    private static MarketStatus halted(MarketStatus status) {
        return new MarketStatus(MarketPhase.HALTED, status.next(), status.nextTime(), status.time());
    }

    // The time of the next phase is a forecast: it moves when the market is late or the clock is set.
    private static boolean differs(MarketStatus one, MarketStatus other) {
        return one.phase() != other.phase() || one.next() != other.next() || moved(one.nextTime(), other.nextTime());
    }

    private static boolean moved(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return (one == null) != (other == null);
        }
        return Duration.between(one, other).abs().compareTo(FORECAST_TOLERANCE) > 0;
    }

    private List<Quote> quotes(MarketPhase phase) {
        boolean silent = silent(phase);
        List<Quote> changed = new ArrayList<>();
        int quoted = 0;
        int stale = 0;
        for (InstrumentState state : listing.states()) {
            state.publish(phase, silent, closed.contains(state.symbol())).ifPresent(changed::add);
            QuoteStatus status = state.status();
            quoted += status == null ? 0 : 1;
            stale += status == QuoteStatus.STALE ? 1 : 0;
        }
        coverage = new Coverage(quoted, stale);
        return changed;
    }

    // The silence of all instruments together is noticed soon, however seldom each of them has news. It says nothing
    // while some are halted, or when none is traded at this hour.
    private boolean silent(MarketPhase phase) {
        if (phase == MarketPhase.OPEN && listing.states().stream().noneMatch(InstrumentState::halted) && !allClosed()) {
            silence.tick(listing.states().stream().anyMatch(InstrumentState::hasNews));
        } else {
            silence.pause();
            heard = time;
        }
        return silence.exceeded();
    }
}
