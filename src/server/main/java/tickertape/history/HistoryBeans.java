package tickertape.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.QuoteDelay;
import tickertape.market.Feed;
import tickertape.market.Market;
import tickertape.market.MarketSettings;
import tickertape.market.PastCandles;
import tickertape.market.ticker.TickListener;
import tickertape.store.Database;
import tickertape.store.Migrations;
import tickertape.store.WriteQueues;
import tickertape.tape.Position;
import tickertape.tape.SharedTopics;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.filter.RestSettings;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.rest.RecordJson;
import tickertape.web.start.StartupCheck;
import tickertape.wire.Candle;

/// Wires the history: its topic, what folds trades into bars, what keeps them, and what finds them again.
@ApplicationScoped
public class HistoryBeans {

    static final String CANDLE = "candle";

    private static final String HISTORY = "history";

    /// How many seconds a reader may take from a request for bars to the stream that goes on from it, and how many
    /// times each longer bar is kept for that.
    private static final int SECONDS_KEPT = 30;

    private static final int LONGER_KEPT = 6;
    private static final int LEAST_KEPT = 1000;

    /// The bars of each symbol; the parameter `interval` says how long they are.
    @Produces
    @Singleton
    @Named(CANDLE)
    static TopicVariants candle(@ConfigProperties(prefix = "history") HistorySettings settings, Market market) {
        if (!settings.enabled) {
            return TopicVariants.NONE;
        }
        return TopicVariants.of("interval", Interval.texts(), Interval.MINUTE.text(), interval -> {
            boolean fast = interval.equals(Interval.SECOND.text()) || interval.equals(Interval.MINUTE.text());
            return TopicDefinition.latest(CANDLE)
                    .keyedBy("symbol", market::hasSymbol)
                    .retainingForEachKey(fast ? SECONDS_KEPT : LONGER_KEPT, LEAST_KEPT);
        });
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(HISTORY);
    }

    @Produces
    @Singleton
    static BarCalendar calendar(@ConfigProperties(prefix = "market") MarketSettings settings) {
        return new BarCalendar(settings.zone());
    }

    @Produces
    @Singleton
    static BookViews views() {
        return new BookViews();
    }

    @Produces
    @Singleton
    static InstrumentIds ids() {
        return new InstrumentIds();
    }

    @Produces
    @Singleton
    static BarReader reader(Database database, BarCalendar calendar, InstantSource clock) {
        return new BarReader(database.dialect(), calendar, standardOffset(calendar, clock));
    }

    static Duration standardOffset(BarCalendar calendar, InstantSource clock) {
        ZoneId zone = calendar.zone();
        int offset = zone.getRules().getStandardOffset(clock.instant()).getTotalSeconds();
        return Duration.ofSeconds(offset);
    }

    @Produces
    @Singleton
    static Candles candles(
            @ConfigProperties(prefix = "history") HistorySettings settings,
            Market market,
            Feed feed,
            BookViews views,
            DelayedBars delayed,
            BarReader reader,
            InstrumentIds ids,
            Database database,
            @ConfigProperties(prefix = "rest") RestSettings rest) {
        // While a table is locked, others still find a place.
        int places = Math.max(1, rest.checked().requests / 2);
        boolean recorded = feed.lastRecorded().isPresent();
        return new Candles(settings.enabled, recorded, market, views, delayed, reader, ids, database, places);
    }

    @Produces
    @Singleton
    static PastCandles past(
            @ConfigProperties(prefix = HISTORY) HistorySettings settings,
            Market market,
            BarReader reader,
            InstrumentIds ids,
            Database database) {
        return new StoredCandles(settings.enabled, market, reader, ids, database);
    }

    @Produces
    @Singleton
    static DelayedBars delayed(
            @Named(CANDLE) TopicVariants candle,
            BookViews views,
            BarCalendar calendar,
            Tape tape,
            Jsonb jsonb,
            QuoteDelay delay,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        var bound = new DelayedMoment(delay.length(), clock, nanoTime);
        return new DelayedBars(candle, views, calendar, start(tape), jsonb, bound);
    }

    @Produces
    @Singleton
    static TickListener listener(
            @ConfigProperties(prefix = "history") HistorySettings settings,
            Market market,
            Feed feed,
            BarCalendar calendar,
            BarReader reader,
            InstrumentIds ids,
            Database database,
            WriteQueues queues,
            @Named(CANDLE) TopicVariants candle,
            StreamHub hub,
            Tape tape,
            Jsonb jsonb,
            BookViews views,
            WriteTerm right,
            @NanoTime LongSupplier nanoTime) {
        if (!settings.enabled) {
            return TickListener.NONE;
        }
        var writer = new BarWriter(database.dialect(), ids, settings.keep(), calendar);
        var past = new PastWriter(feed, calendar, settings.past, nanoTime);
        var recovery = new Recovery(reader, market.instruments());
        var store = new HistoryStore(database, queues, ids, recovery, past, writer, right, HistoryStore.CAPACITY);
        Function<Candle, String> json = RecordJson.writer(Candle.class, jsonb);
        // Of a tape that several servers share, requests see what lies there.
        BookViews seen = hub.isShared() ? new BookViews() : views;
        var publisher = new CandlePublisher(candle, hub, json, seen, start(tape));
        var held = new HeldTicks(hub.isShared() ? HistoryListener.HELD : 0);
        return new HistoryListener(
                market.symbols(), calendar, publisher, store, right, held, nanoTime, feed.lastRecorded());
    }

    @Produces
    @Singleton
    static RepeatedBars repeated(
            @Named(CANDLE) TopicVariants candle,
            BookViews views,
            BarCalendar calendar,
            Market market,
            Jsonb jsonb,
            InstantSource clock) {
        return new RepeatedBars(candle, views, calendar, market, jsonb, clock);
    }

    @Produces
    static SharedTopics shared() {
        return new SharedTopics(Set.of(CANDLE));
    }

    @Produces
    static StartupCheck check(
            @ConfigProperties(prefix = "history") HistorySettings settings,
            @ConfigProperties(prefix = "market") MarketSettings market) {
        return () -> {
            settings.keep();
            market.zone();
        };
    }

    @Produces
    static SettingsSummary summary(
            @ConfigProperties(prefix = "history") HistorySettings settings,
            @ConfigProperties(prefix = "market") MarketSettings market) {
        return new SettingsSummary(HISTORY, "%s, days of %s".formatted(settings.inWords(), market.zone()));
    }

    private static Position start(Tape tape) {
        return new Position(tape.epoch(), 0);
    }
}
