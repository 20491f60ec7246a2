package tickertape.commentary.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.market.Instrument;
import tickertape.market.Tick;
import tickertape.wire.Candle;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quotes, and how their volumes have risen. One thread writes it, any thread takes facts out of it: of
/// whole
/// ticks only.
public final class FactBook {

    private final List<Instrument> instruments;
    private final Map<Symbol, Quote> quotes = new LinkedHashMap<>();
    private final Map<Symbol, VolumeTrail> trails = new LinkedHashMap<>();
    private MarketPhase phase = MarketPhase.PRE;
    private Instant time = Instant.EPOCH;

    /// @param instruments all there are; the list may grow
    public FactBook(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    /// Takes note of a tick.
    public synchronized void add(Tick tick) {
        time = tick.time();
        if (tick.status() != null) {
            phase = tick.status().phase();
        }
        for (Quote quote : tick.quotes()) {
            quotes.put(quote.symbol(), quote);
            VolumeTrail trail = trails.get(quote.symbol());
            if (trail == null) {
                trails.put(quote.symbol(), new VolumeTrail(time, quote.volume()));
            } else {
                trail.add(time, quote.volume());
            }
        }
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return instruments.stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst();
    }

    public List<Instrument> instruments() {
        return List.copyOf(instruments);
    }

    /// What is so of the market as a whole.
    public synchronized Facts market() {
        return new Facts(time, MarketSummary.of(phase, movers()), Optional.empty());
    }

    /// What is so of one instrument, and of the market around it; only that of the market while it has no price.
    ///
    /// @param days before today
    public synchronized Facts about(Symbol symbol, List<Candle> days) {
        Facts facts = market();
        @Nullable Instrument instrument = instrument(symbol).orElse(null);
        Quote quote = quotes.get(symbol);
        if (instrument == null || quote == null) {
            return facts;
        }
        var sector = facts.market().sectors().stream()
                .filter(each -> each.name().equals(instrument.sector()))
                .findFirst();
        VolumeTrail trail = trails.get(symbol);
        var pace = trail == null ? Optional.<VolumePace>empty() : trail.pace(time);
        return new Facts(
                time, facts.market(), Optional.of(new StockFacts(time, instrument, quote, pace, days, sector)));
    }

    /// What is so of one instrument, or of the market where there is none in particular; may wait for the database.
    /// Where
    /// there is only one, it is the market.
    public Facts about(Optional<Symbol> subject, DayMemory days) {
        return subject.or(this::only)
                .map(symbol -> about(symbol, days.of(symbol)))
                .orElseGet(this::market);
    }

    private Optional<Symbol> only() {
        return instruments.size() == 1 ? Optional.of(instruments.getFirst().symbol()) : Optional.empty();
    }

    private List<Mover> movers() {
        var movers = new ArrayList<Mover>(quotes.size());
        instruments.forEach(instrument -> {
            Quote quote = quotes.get(instrument.symbol());
            if (quote != null && quote.changePercent() != null) {
                movers.add(new Mover(instrument, quote, quote.changePercent()));
            }
        });
        return movers;
    }
}
