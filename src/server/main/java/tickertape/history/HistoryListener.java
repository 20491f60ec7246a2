package tickertape.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.market.Leadership;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Folds the trades of each tick into bars.
///
/// The time of the market is that of the server; of a recording, it is the time of its newest trade.
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
    private final Leadership leadership;
    private final HeldTicks held;
    private final LongSupplier nanoTime;
    private long term;
    private final Optional<Instant> lastRecorded;
    private final QuoteRule rule = new QuoteRule();
    private @Nullable Instant recorded;
    private Instant moment = Instant.MIN;
    private boolean missed;
    private boolean ready;
    private long published;
    private long saved;

    /// @param lastRecorded where a recording ends, if the feed is one
    HistoryListener(
            List<Symbol> symbols,
            BarCalendar calendar,
            CandlePublisher publisher,
            HistoryStore store,
            Leadership leadership,
            HeldTicks held,
            LongSupplier nanoTime,
            Optional<Instant> lastRecorded) {
        symbols.forEach(symbol -> books.put(symbol, new BarBook(symbol, calendar)));
        this.calendar = calendar;
        this.publisher = publisher;
        this.store = store;
        this.leadership = leadership;
        this.held = held;
        this.nanoTime = nanoTime;
        this.lastRecorded = lastRecorded;
        // The first tick is shown at once.
        published = nanoTime.getAsLong() - PUBLISHING.toNanos();
        saved = published;
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
        long current = leadership.term();
        if (current == 0) {
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
        long now = nanoTime.getAsLong();
        if (now - published >= PUBLISHING.toNanos() || books.values().stream().anyMatch(BarBook::hasEnded)) {
            published = now;
            publish();
        }
        if (now - saved >= SAVING.toNanos()) {
            saved = now;
            putForming();
        }
        read();
    }

    /// What the last ticks brought is not lost.
    @Override
    public void onEnd() {
        if (leadership.term() == term) {
            putForming();
        }
    }

    // Another server may have made the bars meanwhile: what it was in the middle of is read as after a restart.
    private void lead(long next) {
        if (term != 0) {
            books.replaceAll((symbol, _) -> new BarBook(symbol, calendar));
            moment = Instant.MIN;
            missed = false;
            ready = false;
        }
        term = next;
        held.begin();
        store.begin(next);
    }

    private void begin(Instant time) {
        if (moment.equals(Instant.MIN)) {
            moment = time;
            publisher.begin(time);
            unread.clear();
            books.forEach((symbol, book) -> {
                book.advance(time);
                unread.put(symbol, time);
            });
        }
    }

    private void fold(Tick tick) {
        move(tick);
        if (missed) {
            missed = false;
            books.values().forEach(book -> book.lack(moment));
        }
        tick.gaps().forEach(symbol -> book(symbol, moment).lack(moment));
        tick.trades().forEach(this::add);
        tick.quotes().forEach(this::add);
        books.values().forEach(book -> book.advance(moment));
    }

    private void move(Tick tick) {
        for (Trade trade : tick.trades()) {
            Instant time = trade.sourceTime();
            if (time != null && (recorded == null || time.isAfter(recorded))) {
                if (recorded == null) {
                    publisher.begin(time);
                    rule.clear();
                    books.values().forEach(BarBook::clear);
                    store.forget(books.keySet(), time, lastRecorded.orElse(time), publisher::nextNumber);
                }
                recorded = time;
            }
        }
        moment = recorded == null ? tick.time() : recorded;
    }

    // Until what was before has been read, bars form in memory, and their rows wait.
    private void read() {
        if (!ready || !unread.isEmpty()) {
            // A recording begins anew with each start.
            store.read(unread, recorded != null).ifPresent(this::goOn);
        }
    }

    private void goOn(HistoryStore.Earlier earlier) {
        // What has ended gets its number.
        publish();
        if (recorded == null) {
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

    private BarBook book(Symbol symbol, Instant time) {
        return books.computeIfAbsent(symbol, found -> {
            unread.put(found, time);
            return new BarBook(found, calendar);
        });
    }

    private void add(Trade trade) {
        Instant time = trade.sourceTime() == null ? trade.time() : trade.sourceTime();
        rule.traded(time);
        book(trade.symbol(), time).trade(time, trade.price(), trade.size());
    }

    private void add(Quote quote) {
        BarBook book = book(quote.symbol(), moment);
        book.status(moment, quote.status());
        if (quote.bid() != null && quote.ask() != null && rule.takesQuotes(moment)) {
            book.quote(moment, quote.bid().add(quote.ask()).divide(BigDecimal.TWO));
        }
    }

    private void publish() {
        store.takeTouched().forEach(one -> publisher.lose(book(one.symbol(), moment), one.minute()));
        // In this order: what is lost in between is still in memory.
        long settled = store.settled();
        publisher.setOwing(store.owes());
        publisher.setPaused(store.isPaused(), books.values());
        store.put(publisher.publish(moment, books.values(), settled), publisher.number());
        if (ready && recorded == null) {
            store.put(new FormingWriter.Moment(moment));
        }
    }

    // A recording begins anew.
    private void putForming() {
        if (recorded == null) {
            store.putForming(books.values());
        }
    }
}
