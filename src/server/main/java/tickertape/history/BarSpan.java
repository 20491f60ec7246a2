package tickertape.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.CandleMark;

/// The span of time that a symbol is in, of one length: its bar so far, if anything traded in it, and its marks.
final class BarSpan {

    private final Interval interval;
    private final BarCalendar calendar;
    private Instant start = Instant.MIN;
    private Instant end = Instant.MIN;
    private @Nullable Bar bar;
    private Marks marks = Marks.NONE;
    private RecentBars recent = RecentBars.NONE;
    private boolean changed;
    private boolean unsaved;
    private long window = Long.MIN_VALUE;

    /// What has ended: a bar, or only marks where nothing traded.
    record Ended(
            Interval interval,
            Instant start,
            Instant end,
            @Nullable Bar bar,
            Marks marks) {}

    BarSpan(Interval interval, BarCalendar calendar) {
        this.interval = interval;
        this.calendar = calendar;
    }

    Interval interval() {
        return interval;
    }

    /// The beginning of the span; of bars before it none will change.
    Instant start() {
        return start;
    }

    /// The bar so far.
    @Nullable
    Bar bar() {
        return bar == null ? null : bar.with(marks);
    }

    /// Moves on to the span of a moment, unless that is not later; returns what has ended, null if nothing has.
    @Nullable
    Ended advance(Instant moment) {
        if (moment.isBefore(end)) {
            return null;
        }
        Bar whole = bar();
        Ended ended = whole == null && marks.equals(Marks.NONE)
                ? null
                : new Ended(interval, start, end, whole, whole == null ? marks : whole.marks());
        start = calendar.start(interval, moment);
        end = calendar.end(interval, start);
        bar = null;
        marks = Marks.NONE;
        return ended;
    }

    /// Adds to the bar. What comes late, for a span that has ended, counts here: a bar that has ended never changes.
    void add(Bar one) {
        // As soon as there are trades, only they count.
        boolean first = bar == null || (bar.isOfQuotes() && !one.isOfQuotes());
        bar = first || bar == null ? one.startingAt(start) : bar.plus(one);
        changed = true;
        unsaved = true;
    }

    void mark(CandleMark mark) {
        marks = marks.plus(mark);
        changed = true;
        unsaved = true;
    }

    /// Marks the bar that a minute belongs to, forming or ended, because the database lacks something of it.
    void lose(Instant minute) {
        if (minute.isBefore(start)) {
            recent = recent.marked(calendar.start(interval, minute), LostRows.LOST);
        } else if (minute.isBefore(end)) {
            mark(CandleMark.LOST);
        }
    }

    /// Has the bar taken once more, though it may not have changed.
    void repeat() {
        changed = true;
    }

    /// The bar so far, if it has changed since it was last taken, and that was in another window of time.
    @Nullable
    Bar takeChanged(long current) {
        if (!changed || bar == null || current == window) {
            return null;
        }
        changed = false;
        window = current;
        return bar();
    }

    /// The bar so far, if it has changed since this was last asked.
    @Nullable
    Bar takeUnsaved() {
        Bar whole = unsaved ? bar() : null;
        unsaved = false;
        return whole;
    }

    /// Bars that have ended, and may not be in the database yet.
    RecentBars recent() {
        return recent;
    }

    void keep(RecentBars bars) {
        recent = bars;
    }

    /// Puts what was known before a restart in front of the bar; returns it if its span has ended since.
    @Nullable
    Ended recover(Bar earlier) {
        if (earlier.start().isBefore(start)) {
            Instant its = calendar.end(interval, earlier.start());
            return new Ended(interval, earlier.start(), its, earlier, earlier.marks());
        }
        bar = bar == null
                ? earlier.startingAt(start)
                : earlier.startingAt(start).plus(bar);
        changed = true;
        unsaved = true;
        return null;
    }

    /// Begins anew, at any time.
    void clear() {
        start = Instant.MIN;
        end = Instant.MIN;
        bar = null;
        marks = Marks.NONE;
        recent = RecentBars.NONE;
    }
}
