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
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.wire.CandleMark;
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

    private static final Duration PUBLISHING = Duration.ofSeconds(1);
    private static final Duration SAVING = Duration.ofMillis(250);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<Symbol, BarBook> books = new LinkedHashMap<>();
    private final Map<Symbol, Instant> unread = new LinkedHashMap<>();
    private final BarCalendar calendar;
    private final CandlePublisher publisher;
    private final HistoryStore store;
    private final LongSupplier nanoTime;
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
            LongSupplier nanoTime,
            Optional<Instant> lastRecorded) {
        symbols.forEach(symbol -> books.put(symbol, new BarBook(symbol, calendar)));
        this.calendar = calendar;
        this.publisher = publisher;
        this.store = store;
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
        // Some of their trades belong to the bars before, some to those after.
        books.values().forEach(book -> book.mark(CandleMark.GAP));
        missed = true;
    }

    @Override
    public void onTick(Tick tick) {
        move(tick);
        if (missed) {
            missed = false;
            books.values().forEach(book -> {
                book.advance(moment);
                book.mark(CandleMark.GAP);
            });
        }
        tick.gaps().forEach(this::lack);
        tick.trades().forEach(this::add);
        tick.quotes().forEach(this::add);
        books.values().forEach(book -> book.advance(moment));
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
        putForming();
    }

    private void move(Tick tick) {
        if (moment.equals(Instant.MIN)) {
            publisher.begin(tick.time());
            books.forEach((symbol, book) -> {
                book.advance(tick.time());
                unread.put(symbol, tick.time());
            });
        }
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
        if (ready && unread.isEmpty()) {
            return;
        }
        // A recording begins anew with each start.
        store.read(unread, recorded != null).ifPresent(this::goOn);
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

    /// @param time when it is known first
    private BarBook book(Symbol symbol, Instant time) {
        return books.computeIfAbsent(symbol, found -> {
            unread.put(found, time);
            return new BarBook(found, calendar);
        });
    }

    // Some of the trades that are missing belong to the bars before, some to those after.
    private void lack(Symbol symbol) {
        BarBook book = book(symbol, moment);
        book.mark(CandleMark.GAP);
        book.advance(moment);
        book.mark(CandleMark.GAP);
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
            book.quote(moment, quote.bid().add(quote.ask()).divide(TWO));
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

    // A recording begins anew. Of whom nothing is read yet, the database may have more than there is here.
    private void putForming() {
        for (BarBook book : recorded == null ? books.values() : List.<BarBook>of()) {
            Bar minute = book.isComplete() ? book.takeUnsaved() : null;
            if (minute != null) {
                store.put(new FormingWriter.Forming(book.symbol(), minute));
            }
        }
    }
}
