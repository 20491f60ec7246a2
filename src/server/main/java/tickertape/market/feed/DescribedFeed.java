package tickertape.market.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.MarketState;
import tickertape.market.PastBar;
import tickertape.market.TradingHours;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;

/// A feed whose instruments are described by reference data, and anew when that changes. One thread calls it.
final class DescribedFeed implements Feed {

    private final Feed feed;
    private final ReferenceData reference;
    private final Map<Symbol, Instrument> plain = new LinkedHashMap<>();
    private Map<Symbol, InstrumentRow> rows;
    private Set<TradingHours> hours;
    private Set<TradingHours> over = Set.of();
    private Set<Symbol> closed = Set.of();

    DescribedFeed(Feed feed, ReferenceData reference) {
        this.feed = feed;
        this.reference = reference;
        rows = reference.rows();
        hours = hours(rows);
        feed.instruments().forEach(instrument -> plain.put(instrument.symbol(), instrument));
    }

    private static Set<TradingHours> hours(Map<Symbol, InstrumentRow> rows) {
        return rows.values().stream()
                .map(InstrumentRow::hours)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Instrument> instruments() {
        return feed.instruments().stream().map(this::described).toList();
    }

    /// Also those that reference data describes in another way now.
    @Override
    public List<Instrument> discovered() {
        Set<Symbol> news = new LinkedHashSet<>();
        for (Instrument instrument : feed.discovered()) {
            plain.put(instrument.symbol(), instrument);
            news.add(instrument.symbol());
        }
        Map<Symbol, InstrumentRow> before = rows;
        rows = reference.rows();
        if (!rows.equals(before)) {
            hours = hours(rows);
            over = Set.of();
            closed = Set.of();
            plain.keySet().stream()
                    .filter(symbol -> !row(before, symbol).equals(row(rows, symbol)))
                    .forEach(news::add);
        }
        return news.stream()
                .flatMap(symbol -> Optional.ofNullable(plain.get(symbol)).stream())
                .map(this::described)
                .toList();
    }

    private Instrument described(Instrument instrument) {
        return row(rows, instrument.symbol())
                .map(row -> row.describe(instrument))
                .orElse(instrument);
    }

    private static Optional<InstrumentRow> row(Map<Symbol, InstrumentRow> rows, Symbol symbol) {
        return Optional.ofNullable(rows.get(symbol));
    }

    /// Only of a market that others move: one that is simulated or recorded has hours of its own.
    @Override
    public Set<Symbol> closed(Instant now) {
        if (!feed.isPushed()) {
            return feed.closed(now);
        }
        Set<TradingHours> overNow =
                hours.stream().filter(each -> !each.isOpen(now)).collect(Collectors.toUnmodifiableSet());
        if (!overNow.equals(over)) {
            over = overNow;
            closed = rows.values().stream()
                    .filter(row -> row.hours().filter(overNow::contains).isPresent())
                    .map(InstrumentRow::symbol)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return closed;
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
        return feed.tick(now);
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
    public MarketStatus status(Instant now) {
        return feed.status(now);
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
}
