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
import tickertape.history.BarBook.Recovered;
import tickertape.market.Leadership;
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

    /// A minute of ticks: reading what was before, or making up a past, takes its time.
    private static final int CAPACITY = 240;

    private static final Duration PUBLISHING = Duration.ofSeconds(1);
    private static final Duration SAVING = Duration.ofMillis(250);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<Symbol, BarBook> books = new LinkedHashMap<>();
    private final BarCalendar calendar;
    private final CandlePublisher publisher;
    private final HistoryStore store;
    private final Leadership leadership;
    private final LongSupplier nanoTime;
    private long term;
    private @Nullable Instant recorded;
    private Instant moment = Instant.MIN;
    private boolean trades;
    private boolean missed;
    private boolean recovered;
    private boolean discovered;
    private long published;
    private long saved;

    HistoryListener(
            List<Symbol> symbols,
            BarCalendar calendar,
            CandlePublisher publisher,
            HistoryStore store,
            Leadership leadership,
            LongSupplier nanoTime) {
        symbols.forEach(symbol -> books.put(symbol, new BarBook(symbol, calendar)));
        this.calendar = calendar;
        this.publisher = publisher;
        this.store = store;
        this.leadership = leadership;
        this.nanoTime = nanoTime;
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
    public void onTick(Tick tick) throws InterruptedException {
        long current = leadership.term();
        if (current == 0) {
            return;
        }
        if (current != term && term != 0) {
            beginAnew();
        }
        term = current;
        move(tick);
        if (!recovered && recover()) {
            recovered = true;
            publisher.setRecovered();
        }
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
        prepare();
        publish();
        save();
    }

    /// What the last ticks brought is not lost.
    @Override
    public void onEnd() {
        if (recorded == null && leadership.term() == term) {
            putForming();
        }
    }

    // Meanwhile another server has made the bars: what it was in the middle of is in the database, as after a restart.
    private void beginAnew() {
        books.values().forEach(BarBook::clear);
        moment = Instant.MIN;
        missed = false;
        recovered = false;
    }

    private void move(Tick tick) {
        if (moment.equals(Instant.MIN)) {
            publisher.begin(tick.time());
        }
        for (Trade trade : tick.trades()) {
            Instant time = trade.sourceTime();
            if (time != null && (recorded == null || time.isAfter(recorded))) {
                if (recorded == null) {
                    publisher.begin(time);
                    books.values().forEach(BarBook::clear);
                    store.forget(books.keySet(), time, publisher::nextNumber);
                }
                recorded = time;
            }
        }
        moment = recorded == null ? tick.time() : recorded;
    }

    // A recording begins anew with each start.
    private boolean recover() throws InterruptedException {
        if (recorded != null) {
            return store.prepare();
        }
        Optional<Map<Symbol, List<Recovered>>> before = store.recover(moment);
        before.ifPresent(bars -> bars.forEach((symbol, earlier) -> book(symbol).recover(moment, earlier)));
        return before.isPresent();
    }

    private BarBook book(Symbol symbol) {
        return books.computeIfAbsent(symbol, found -> {
            discovered = true;
            return new BarBook(found, calendar);
        });
    }

    // Some of the trades that are missing belong to the bars before, some to those after.
    private void lack(Symbol symbol) {
        BarBook book = book(symbol);
        book.mark(CandleMark.GAP);
        book.advance(moment);
        book.mark(CandleMark.GAP);
    }

    // Symbols that have become known since the start have no numbers in the database yet.
    private void prepare() throws InterruptedException {
        if (discovered && recovered) {
            discovered = !store.isPrepared() && !store.prepare();
        }
    }

    private void add(Trade trade) {
        trades = true;
        Instant time = trade.sourceTime() == null ? trade.time() : trade.sourceTime();
        book(trade.symbol()).trade(time, trade.price(), trade.size());
    }

    private void add(Quote quote) {
        BarBook book = book(quote.symbol());
        book.status(moment, quote.status());
        if (!trades && quote.bid() != null && quote.ask() != null) {
            book.quote(moment, quote.bid().add(quote.ask()).divide(TWO));
        }
    }

    private void publish() {
        long now = nanoTime.getAsLong();
        if (now - published >= PUBLISHING.toNanos() || books.values().stream().anyMatch(BarBook::hasEnded)) {
            published = now;
            store.takeTouched().forEach(one -> publisher.lose(book(one.symbol()), one.minute()));
            // In this order: what is lost in between is still in memory.
            long settled = store.settled();
            publisher.setOwing(store.owes());
            publisher.setPaused(store.isPaused(), books.values());
            store.put(publisher.publish(moment, books.values(), settled), publisher.number());
        }
    }

    private void save() {
        long now = nanoTime.getAsLong();
        if (recorded == null && now - saved >= SAVING.toNanos()) {
            saved = now;
            putForming();
        }
    }

    private void putForming() {
        for (BarBook book : books.values()) {
            Bar minute = book.takeUnsaved();
            if (minute != null) {
                store.put(new FormingWriter.Forming(book.symbol(), minute));
            }
        }
    }
}
