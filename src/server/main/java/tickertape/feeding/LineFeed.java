package tickertape.feeding;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.line.FeedLine;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.feed.InstrumentRow;
import tickertape.market.feed.ReferenceData;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// The prices that others hand in, whichever way. It takes what waits, and never waits itself. The thread of the tick
/// uses it.
///
/// The market is open all the time; a trading day is a day of its zone.
final class LineFeed implements Feed {

    /// More lines than this wait for the next tick, so that a flood does not hold one up.
    static final int MOST_LINES = 25_000;

    private final LineQueue queue;
    private final Options options;
    private final ListedInstruments memory;
    private final FeedLog log;
    private final ReferenceData reference;
    private final Map<Symbol, ListedSymbol> symbols = new HashMap<>();
    private final Map<Symbol, Instrument> discovered = new LinkedHashMap<>();
    private final Set<Symbol> gaps = new HashSet<>();
    private final List<QueuedLine> lines = new ArrayList<>();
    private Map<Symbol, InstrumentRow> rows;
    private Instant last = Instant.MIN;
    private final Runnable end;
    private @Nullable LocalDate day;

    /// What is set.
    ///
    /// @param silence how long a source that leads a symbol may give no sign of life
    /// @param zone whose days they are
    record Options(SourceRanks ranks, Duration silence, String currency, ZoneId zone) {}

    /// @param end is run at the end, when all that went through a tick is confirmed
    LineFeed(
            LineQueue queue,
            Options options,
            ListedInstruments memory,
            FeedLog log,
            ReferenceData reference,
            Runnable end) {
        this.queue = queue;
        this.options = options;
        this.memory = memory;
        this.log = log;
        this.end = end;
        this.reference = reference;
        rows = reference.rows();
        memory.instruments()
                .forEach(instrument ->
                        symbols.put(instrument.symbol(), new ListedSymbol(instrument, tickSize(instrument.symbol()))));
    }

    @Override
    public List<Instrument> instruments() {
        return memory.instruments();
    }

    @Override
    public Map<Symbol, LastPrice> lastPrices() {
        return memory.lastPrices();
    }

    @Override
    public List<Instrument> discovered() {
        return List.copyOf(discovered.values());
    }

    @Override
    public Set<Symbol> gaps() {
        return Set.copyOf(gaps);
    }

    @Override
    public boolean isPushed() {
        return true;
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        confirm();
        discovered.clear();
        gaps.clear();
        takeTickSizes();
        queue.drainTo(lines, MOST_LINES);
        if (now.isBefore(last)) {
            // The clock was set back. A price whose time stands still looks dead.
            last = now;
        }
        var events = new ArrayList<MarketEvent>(lines.size());
        Set<SourceTracker> lacking = new HashSet<>();
        for (QueuedLine line : lines) {
            if (line.missed() > 0) {
                lacking.add(line.source());
            }
            take(line, now, events);
        }
        lacking.forEach(this::mark);
        discovered.values().forEach(memory::put);
        log.update();
        return events;
    }

    @Override
    public void end() {
        confirm();
        end.run();
    }

    // Those of the tick before are on the tape by now.
    private void confirm() {
        lines.forEach(QueuedLine::confirm);
        lines.clear();
    }

    @Override
    public MarketStatus status(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, options.zone());
        boolean isNew = day != null && today.isAfter(day);
        day = today;
        return new MarketStatus(isNew ? MarketPhase.PRE : MarketPhase.OPEN, null, null, now);
    }

    private void takeTickSizes() {
        Map<Symbol, InstrumentRow> before = rows;
        rows = reference.rows();
        if (rows.equals(before)) {
            return;
        }
        symbols.forEach((symbol, listed) -> {
            if (listed.fixTick(tickSize(symbol))) {
                discovered.put(symbol, listed.instrument());
            }
        });
    }

    private Optional<BigDecimal> tickSize(Symbol symbol) {
        return Optional.ofNullable(rows.get(symbol)).flatMap(InstrumentRow::tickSize);
    }

    private void take(QueuedLine queued, Instant now, List<MarketEvent> events) {
        FeedLine line = queued.line();
        Symbol symbol = line.symbol();
        ListedSymbol listed = symbols.get(symbol);
        if (listed == null) {
            listed = new ListedSymbol(ListedSymbol.instrument(line, options.currency()), tickSize(symbol));
            symbols.put(symbol, listed);
            discovered.put(symbol, listed.instrument());
        } else if (listed.refine(line)) {
            discovered.put(symbol, listed.instrument());
        }
        switch (listed.leader().judge(queued, options.ranks(), options.silence())) {
            case TAKE -> {}
            case TAKE_AFTER_GAP -> gaps.add(symbol);
            case HOLD -> {
                queued.source().standBy();
                return;
            }
        }
        Instant time = time(queued.time(), now);
        Instrument instrument = listed.instrument();
        line.book()
                .ifPresent(book -> events.add(new TopOfBook(
                        symbol,
                        ListedSymbol.scaled(book.bid(), instrument),
                        ListedSymbol.scaled(book.ask(), instrument),
                        book.bidSize(),
                        book.askSize(),
                        time)));
        line.trade()
                .ifPresent(trade -> events.add(
                        new Trade(symbol, ListedSymbol.scaled(trade.price(), instrument), trade.size(), time, null)));
    }

    // Lines of several requests may come in another order than their times. None is from the future.
    private Instant time(Instant came, Instant now) {
        Instant time = came.isAfter(now) ? now : came;
        last = time.isBefore(last) ? last : time;
        return last;
    }

    private void mark(SourceTracker source) {
        symbols.forEach((symbol, listed) -> {
            if (listed.leader().isLedBy(source)) {
                gaps.add(symbol);
            }
        });
    }
}
