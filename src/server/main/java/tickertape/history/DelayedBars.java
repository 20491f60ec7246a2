package tickertape.history;

import jakarta.json.bind.Jsonb;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tickertape.tape.DelayedMessage;
import tickertape.tape.DelayedMessageListener;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The newest bar of each symbol and length that is old enough for who sees prices late. Those before it never change,
/// so it says which bars such a caller may see. One thread tells it, any thread reads.
final class DelayedBars implements DelayedMessageListener {

    private final Map<TopicDefinition, Interval> intervals = new HashMap<>();
    private final BookViews views;
    private final BarCalendar calendar;
    private final Position start;
    private final Jsonb jsonb;
    private final DelayedMoment moment;
    private final Map<Key, Newest> bars = new ConcurrentHashMap<>();

    private record Key(String symbol, Interval interval) {}

    /// @param end of the delayed tape when it came
    private record Newest(DelayedMessage message, Position end) {}

    /// @param start the beginning of the tape
    DelayedBars(
            TopicVariants topics,
            BookViews views,
            BarCalendar calendar,
            Position start,
            Jsonb jsonb,
            DelayedMoment moment) {
        // Without a history there are no topics.
        for (Interval interval : topics.all().isEmpty() ? new Interval[0] : Interval.values()) {
            intervals.put(topics.topic(interval.text()), interval);
        }
        this.views = views;
        this.calendar = calendar;
        this.start = start;
        this.jsonb = jsonb;
        this.moment = moment;
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        for (DelayedMessage message : messages) {
            Interval interval = intervals.get(message.topic());
            if (interval != null) {
                bars.put(new Key(message.key(), interval), new Newest(message, end));
            }
        }
    }

    /// What is old enough of the bars of one length.
    ///
    /// @param now all that there is
    BookView view(Symbol symbol, Interval interval, BookView now) {
        Newest newest = bars.get(new Key(symbol.text(), interval));
        if (newest == null) {
            // Nothing of this run. Of those before, bars that have ended by then, and are no part of this run.
            Instant until = calendar.start(interval, earlier(moment.now(), views.begun()));
            return view(interval, start, Long.MIN_VALUE + until.getEpochSecond(), until, null, now);
        }
        Candle candle = jsonb.fromJson(newest.message().json(), Candle.class);
        Bar bar = Bar.of(candle);
        // No version of a view of now is negative.
        long version = -newest.end().offset();
        return candle.complete()
                ? view(interval, newest.end(), version, calendar.end(interval, bar.start()), null, now)
                : view(interval, newest.end(), version, bar.start(), bar, now);
    }

    private static BookView view(
            Interval interval, Position position, long version, Instant until, @Nullable Bar forming, BookView now) {
        var late = new BookView.Span(until, forming, now.span(interval).recent().before(until));
        return new BookView(position, version, now.complete(), Map.of(interval, late));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
