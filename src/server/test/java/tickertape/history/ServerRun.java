package tickertape.history;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.store.SoleWriter;
import tickertape.store.TestDatabase;
import tickertape.store.WriteQueues;
import tickertape.tape.DelayedTape;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicVariants;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;
import tickertape.wire.Candle;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The history of one run of a server, from start to end or kill, with a tape and a database. One thread drives it.
final class ServerRun implements AutoCloseable {

    static final BarCalendar CALENDAR = new BarCalendar(ZoneId.of("America/New_York"));

    /// How late prices are for those who see them late.
    static final Duration DELAY = Duration.ofMinutes(15);

    /// How many requests for bars there may be at once.
    static final int PLACES = 4;

    /// How long minutes are kept.
    static final Duration KEEP = Duration.ofDays(30);

    final SettableTerm leadership = new SettableTerm();
    final NextTick next = new NextTick();

    private final TestDatabase database;
    private final Market market;
    private final TopicVariants topics;
    private final Tape tape;
    private final DelayedTape delayed;
    private final WriteQueues queues;
    private final HistoryStore store;
    private final HistoryListener listener;
    private final Candles candles;

    ServerRun(TestDatabase database, Feed feed) {
        this(database, feed, false, HistoryStore.CAPACITY);
    }

    /// @param past whether one is made up
    /// @param capacity how many rows wait for the database
    ServerRun(TestDatabase database, Feed feed, boolean past, int capacity) {
        this(database, feed, past, capacity, CALENDAR);
    }

    /// @param calendar of another exchange
    ServerRun(TestDatabase database, Feed feed, boolean past, int capacity, BarCalendar calendar) {
        this(database, feed, past, capacity, calendar, KEEP, new HeldTicks(0), null);
    }

    /// @param keep how long minutes are kept
    ServerRun(TestDatabase database, Feed feed, Duration keep) {
        this(database, feed, false, HistoryStore.CAPACITY, CALENDAR, keep, new HeldTicks(0), null);
    }

    /// @param held where other runs may have led before
    ServerRun(TestDatabase database, Feed feed, HeldTicks held) {
        this(database, feed, false, HistoryStore.CAPACITY, CALENDAR, KEEP, held, null);
    }

    /// @param writer which of the runs with one database writes
    ServerRun(TestDatabase database, Feed feed, SoleWriter writer) {
        this(database, feed, false, HistoryStore.CAPACITY, CALENDAR, KEEP, new HeldTicks(0), WriteTerm.of(writer));
    }

    private ServerRun(
            TestDatabase database,
            Feed feed,
            boolean past,
            int capacity,
            BarCalendar calendar,
            Duration keep,
            HeldTicks held,
            @Nullable WriteTerm writes) {
        this.database = database;
        market = new Market(feed);
        List<Symbol> symbols =
                market.instruments().stream().map(Instrument::symbol).toList();
        topics = HistoryBeans.candle(new HistorySettings(), market);
        tape = new Tape(Tapes.EPOCH, Set.copyOf(topics.all()), 1000, 1000, database.time()::nanoTime);
        queues = database.newQueues();
        WriteTerm right = writes == null ? WriteTerm.of(leadership) : writes;
        var start = new Position(Tapes.EPOCH, 0);
        var ids = new InstrumentIds();
        var reader = new BarReader(
                database.database().dialect(), calendar, HistoryBeans.standardOffset(calendar, database.time()));
        var writer = new BarWriter(database.database().dialect(), ids, keep, calendar);
        store = new HistoryStore(
                database.database(),
                queues,
                ids,
                new Recovery(reader, market.instruments()),
                new PastWriter(feed, calendar, past, database.time()::nanoTime),
                writer,
                right,
                capacity);
        var views = new BookViews();
        var publisher = new CandlePublisher(
                topics, Tapes.hub(tape, database.time()), JsonbProvider.create()::toJson, views, start);
        listener = new HistoryListener(
                symbols, calendar, publisher, store, right, held, database.time()::nanoTime, feed.lastRecorded());
        var moment = new DelayedMoment(DELAY, database.time(), database.time()::nanoTime);
        var bars = new DelayedBars(topics, views, calendar, start, JsonbProvider.create(), moment);
        delayed = new DelayedTape(tape, DELAY, 1 << 24, List.of(bars));
        candles = new Candles(true, false, market, views, bars, reader, ids, database.database(), PLACES);
    }

    /// A trade in the next tick, at the time that the clock then shows.
    ServerRun trade(String symbol, String price, String size) {
        next.trade(symbol, price, size, database.time().instant(), null);
        return this;
    }

    void recorded(String symbol, String price, String size, Instant sourceTime) {
        next.trade(symbol, price, size, database.time().instant(), sourceTime);
    }

    /// A tick; if something is read then of what was before, also the one that takes it.
    void tick(Quote... quotes) {
        tickAlone(quotes);
        if (store.isReading()) {
            await().until(store::isRead);
            tickAlone();
        }
    }

    /// The market takes what its feed has found out.
    void readFeed() {
        market.readFeed(database.time().instant());
    }

    /// Ticks until what was before is in the bars of a symbol.
    void awaitRead(String symbol) {
        await().ignoreExceptions().until(() -> {
            tick();
            return candles(symbol, "PT1M") != null;
        });
    }

    /// A tick that waits for nothing.
    void tickAlone(Quote... quotes) {
        listener.onTick(next.take(database.time().instant(), List.of(quotes)));
    }

    void miss() {
        listener.onMissed(1);
    }

    /// Lets time pass, and ticks then.
    void tickAfter(Duration time) {
        database.time().pass(time);
        tick();
    }

    ServerRun afterATick() {
        tick();
        return this;
    }

    CandlePage page(
            String symbol, String interval, @Nullable String from, @Nullable String to, @Nullable String limit) {
        return candles.page(new Symbol(symbol), CandleQuery.of(interval, from, to, limit), false);
    }

    /// What those get who see prices late.
    CandlePage latePage(String symbol, String interval, @Nullable String from, @Nullable String limit) {
        delayed.release();
        return candles.page(new Symbol(symbol), CandleQuery.of(interval, from, null, limit), true);
    }

    List<Candle> candles(String symbol, String interval) {
        return page(symbol, interval, null, null, null).candles();
    }

    /// What a stream from a position brings.
    List<Candle> stream(Position from, String symbol, String interval) {
        return CandleStream.read(tape, topics.topic(interval), from, symbol);
    }

    /// The same for those who see prices late.
    List<Candle> lateStream(Position from, String symbol, String interval) {
        delayed.release();
        return CandleStream.read(delayed.tape(), topics.topic(interval), from, symbol);
    }

    /// Waits until all that waits for the database is in it.
    void settle() {
        await().until(() -> store.waiting() == 0);
    }

    /// Has only the database know the bars that have ended.
    void forgetStored() {
        settle();
        tickAfter(Duration.ofSeconds(1));
    }

    /// Waits until the database is known to take nothing.
    void awaitPause() {
        await().until(store::isPaused);
    }

    @Override
    public void close() {
        queues.close();
    }
}
