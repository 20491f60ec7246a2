package tickertape.history;

import jakarta.json.bind.Jsonb;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tickertape.market.Market;
import tickertape.tape.BatchListener;
import tickertape.tape.DelayedMessage;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// What requests see of the bars that lie on a tape which several servers share, whichever of them has made them. One
/// thread uses it.
final class RepeatedBars implements BatchListener {

    private final Map<TopicDefinition, Interval> intervals = new HashMap<>();
    private final BookViews views;
    private final BarCalendar calendar;
    private final Market market;
    private final Jsonb jsonb;
    private final InstantSource clock;
    private final Map<Symbol, Map<Interval, BookView.Span>> bars = new HashMap<>();
    private Position start = new Position("none", 0);
    private long version;

    RepeatedBars(
            TopicVariants topics,
            BookViews views,
            BarCalendar calendar,
            Market market,
            Jsonb jsonb,
            InstantSource clock) {
        // Without a history there are no topics.
        for (Interval interval : topics.all().isEmpty() ? new Interval[0] : Interval.values()) {
            intervals.put(topics.topic(interval.text()), interval);
        }
        this.views = views;
        this.calendar = calendar;
        this.market = market;
        this.jsonb = jsonb;
        this.clock = clock;
    }

    @Override
    public void onBegin(Position newStart) {
        start = newStart;
        bars.clear();
        Instant now = clock.instant();
        views.begin(now);
        for (Symbol symbol : market.symbols()) {
            Map<Interval, BookView.Span> spans = new EnumMap<>(Interval.class);
            for (Interval interval : Interval.values()) {
                spans.put(interval, new BookView.Span(calendar.start(interval, now), null, RecentBars.NONE));
            }
            bars.put(symbol, spans);
        }
        show(bars.keySet(), start);
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        Set<Symbol> changed = new HashSet<>();
        for (DelayedMessage message : messages) {
            Interval interval = intervals.get(message.topic());
            if (interval != null) {
                Candle candle = jsonb.fromJson(message.json(), Candle.class);
                if (bars.containsKey(candle.symbol())) {
                    add(candle, interval);
                    changed.add(candle.symbol());
                }
            }
        }
        show(changed, end);
    }

    private void add(Candle candle, Interval interval) {
        Map<Interval, BookView.Span> spans = Objects.requireNonNull(bars.get(candle.symbol()));
        BookView.Span span = Objects.requireNonNull(spans.get(interval));
        Bar bar = Bar.of(candle);
        if (!candle.complete()) {
            spans.put(interval, new BookView.Span(bar.start(), bar, span.recent()));
        } else if (isLate(bar, span)) {
            spans.put(interval, new BookView.Span(span.until(), span.forming(), with(span.recent(), bar, interval)));
        } else {
            Instant end = calendar.end(interval, bar.start());
            spans.put(interval, new BookView.Span(end, null, with(span.recent(), bar, interval)));
        }
    }

    // What was before the server led may come after its own bars, and then takes the place of the first.
    private static boolean isLate(Bar bar, BookView.Span span) {
        Bar forming = span.forming();
        return span.recent().isFollowed(bar.start())
                || (forming != null && bar.start().isBefore(forming.start()));
    }

    // Nobody tells when the database has one, so the last ones stay: a bar that is in both is the same.
    private RecentBars with(RecentBars recent, Bar bar, Interval interval) {
        return interval == Interval.SECOND
                ? recent.with(PackedBar.of(bar), CandlePublisher.secondsKept(bars.size()))
                : recent.with(new RecentBar.Whole(++version, bar), CandlePublisher.KEPT);
    }

    private void show(Set<Symbol> symbols, Position position) {
        version++;
        for (Symbol symbol : symbols) {
            views.put(symbol, new BookView(position, version, true, Objects.requireNonNull(bars.get(symbol))));
        }
    }
}
