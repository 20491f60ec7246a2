package tickertape.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Folds the trades of each tick into bars.
final class HistoryListener implements TickListener {

    static final String NAME = "history";

    /// A minute of ticks: nothing here waits, but a machine may be busy.
    private static final int CAPACITY = 240;

    /// So many ticks wait for what another server has written, unless the database is away: ten seconds.
    static final int HELD = 40;

    private static final Duration PUBLISHING = Duration.ofSeconds(1);
    // With each tick, of four a second, though one comes a bit early.
    private static final Duration SAVING = Duration.ofMillis(200);

    private final Map<Symbol, BarBook> books = new LinkedHashMap<>();
    private final Map<Symbol, Instant> unread = new LinkedHashMap<>();
    private final BarCalendar calendar;
    private final CandlePublisher publisher;
    private final HistoryStore store;
    private final WriteTerm right;
    private final HeldTicks held;
    private final Pace publishing;
    private final Pace saving;
    private long term;
    private final MarketTime time;
    private final QuoteRule rule = new QuoteRule();
    private boolean missed;
    private boolean ready;

    /// @param lastRecorded where a recording ends, if the feed is one
    HistoryListener(
            List<Symbol> symbols,
            BarCalendar calendar,
            CandlePublisher publisher,
            HistoryStore store,
            WriteTerm right,
            HeldTicks held,
            LongSupplier nanoTime,
            Optional<Instant> lastRecorded) {
        symbols.forEach(symbol -> books.put(symbol, new BarBook(symbol, calendar)));
        this.calendar = calendar;
        this.publisher = publisher;
        this.store = store;
        this.right = right;
        this.held = held;
        publishing = new Pace(PUBLISHING, nanoTime);
        saving = new Pace(SAVING, nanoTime);
        time = new MarketTime(calendar, lastRecorded);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public void onMissed(long ticks) {
        missed = true;
    }

    @Override
    public void onTick(Tick tick) {
        long current = right.term();
        if (current == 0 && !right.makesItsOwn()) {
            return;
        }
        if (current != term) {
            lead(current);
        }
        begin(tick.time());
        if (held.isHolding()) {
            read();
        }
        List<Tick> due = held.release(tick, !ready && store.isAvailable());
        if (due.isEmpty()) {
            return;
        }
        due.forEach(this::fold);
        if (publishing.isDue() || books.values().stream().anyMatch(BarBook::hasNews)) {
            publishing.done();
            publish();
        }
        if (saving.isDue()) {
            saving.done();
            putForming();
        }
        read();
    }

    /// What the last ticks brought is not lost.
    @Override
    public void onEnd() {
        if (right.term() == term) {
            putForming();
        }
    }

    // Another server may have made the bars meanwhile: what it was in the middle of is read as after a restart.
    private void lead(long next) {
        if (time.hasBegun()) {
            books.replaceAll((symbol, _) -> new BarBook(symbol, calendar));
            time.clear();
            missed = false;
            ready = false;
        }
        term = next;
        held.begin();
        store.begin(next);
    }

    private void begin(Instant now) {
        if (!time.hasBegun()) {
            time.begin(now);
            publisher.begin(now);
            unread.clear();
            books.forEach((symbol, book) -> {
                book.advance(now);
                unread.put(symbol, now);
            });
        }
    }

    private void fold(Tick tick) {
        time.move(tick).ifPresent(this::beginRecording);
        Instant moment = time.moment();
        List<BarBook> incomplete = tick.gaps().stream()
                .map(symbol -> book(symbol, time.first(tick)))
                .toList();
        Collection<BarBook> lacking = missed ? books.values() : incomplete;
        missed = false;
        lacking.forEach(BarBook::beginLack);
        tick.trades().forEach(this::add);
        tick.quotes().forEach(quote -> add(quote, tick.silentSince()));
        books.values().forEach(book -> book.advance(moment));
        lacking.forEach(BarBook::endLack);
    }

    private void beginRecording(Instant first) {
        publisher.begin(first);
        rule.clear();
        books.values().forEach(BarBook::clear);
        store.forget(books.keySet(), first, time.last().orElse(first), publisher::nextNumber);
    }

    // Until what was before has been read, bars form in memory, and their rows wait.
    private void read() {
        if (term == 0) {
            goOnAlone();
        } else if (!ready || !unread.isEmpty()) {
            // A recording begins anew with each start.
            store.read(unread, time.isRecorded()).ifPresent(this::goOn);
        }
    }

    // The bars of another server go on meanwhile: nothing of them is known here before they have ended.
    private void goOnAlone() {
        unread.keySet().forEach(symbol -> book(symbol, time.moment()).beginAlone());
        unread.clear();
        ready = true;
    }

    private void goOn(HistoryStore.Earlier earlier) {
        // What has ended gets its number.
        publish();
        Instant moment = time.moment();
        if (!time.isRecorded()) {
            earlier.known().values().forEach(known -> rule.traded(known.traded()));
            if (!rule.takesQuotes(moment)) {
                books.values().forEach(BarBook::dropQuotes);
            }
            earlier.known().forEach((symbol, known) -> book(symbol, moment).recover(earlier.begun(symbol), known));
        }
        for (Symbol symbol : earlier.begun().keySet()) {
            unread.remove(symbol);
            book(symbol, moment).setComplete();
        }
        publish();
        putForming();
        store.take(earlier);
        ready = true;
    }

    private BarBook book(Symbol symbol, Instant since) {
        return books.computeIfAbsent(symbol, found -> {
            unread.put(found, since);
            return new BarBook(found, calendar);
        });
    }

    private void add(Trade trade) {
        Instant its = MarketTime.of(trade);
        rule.traded(its);
        book(trade.symbol(), its).trade(its, trade.price(), trade.size());
    }

    private void add(Quote quote, @Nullable Instant silentSince) {
        Instant moment = time.moment();
        BarBook book = book(quote.symbol(), moment);
        book.status(moment, quote.status(), time.of(quote), silentSince == null ? null : time.ofServer(silentSince));
        if (quote.bid() != null && quote.ask() != null && rule.takesQuotes(moment)) {
            book.quote(moment, quote.bid().add(quote.ask()).divide(BigDecimal.TWO));
        }
    }

    private void publish() {
        Instant moment = time.moment();
        store.takeTouched().forEach(one -> publisher.lose(book(one.symbol(), moment), one.minute()));
        // In this order: what is lost in between is still in memory.
        long settled = store.settled();
        publisher.setOwing(store.owes());
        publisher.setPaused(store.isPaused(), books.values());
        store.put(publisher.publish(moment, books.values(), settled), publisher.number());
        if (ready && !time.isRecorded()) {
            store.put(new FormingWriter.Moment(moment));
        }
    }

    // A recording begins anew.
    private void putForming() {
        if (!time.isRecorded()) {
            store.putForming(books.values());
        }
    }
}
