package tickertape.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private @Nullable Numbered first;
    private @Nullable Bar newest;

    /// What has ended: a bar, or only marks where nothing traded.
    record Ended(
            Interval interval,
            Instant start,
            Instant end,
            @Nullable Bar bar,
            Marks marks) {}

    /// What has ended, and the number that it was published by.
    ///
    /// @param number 0 before that
    record Numbered(long number, Ended ended) {}

    BarSpan(Interval interval, BarCalendar calendar) {
        this.interval = interval;
        this.calendar = calendar;
    }

    Interval interval() {
        return interval;
    }

    /// The beginning of the span; of bars before it none will change, but for marks.
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
        // Before the first span there is none.
        boolean empty = start.equals(Instant.MIN) || (whole == null && marks.equals(Marks.NONE));
        Ended ended = empty ? null : new Ended(interval, start, end, whole, whole == null ? marks : whole.marks());
        start = calendar.start(interval, moment);
        end = calendar.end(interval, start);
        bar = null;
        marks = Marks.NONE;
        return ended;
    }

    /// Adds to the bar. What comes late, for a span that has ended, counts here: a bar that has ended never changes.
    void add(Bar one) {
        bar = bar == null ? one.startingAt(start) : bar.plus(one);
        changed = true;
        unsaved = true;
    }

    /// Quotes so far do not count: there are trades elsewhere.
    void dropQuotes() {
        if (bar != null && bar.isOfQuotes()) {
            bar = null;
            changed = true;
        }
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

    /// The beginning of the bar of a time, if that has ended.
    Optional<Instant> ended(Instant time) {
        Instant its = calendar.start(interval, time);
        return its.isBefore(start) ? Optional.of(its) : Optional.empty();
    }

    /// Takes note of a bar that has ended; returns it with all marks that it is known to have.
    Bar note(Bar one) {
        if (newest == null || !one.start().isBefore(newest.start())) {
            newest = newest != null && newest.start().equals(one.start()) ? one.with(newest.marks()) : one;
            return newest;
        }
        return one;
    }

    /// Marks a bar that has ended; returns it, if it is in memory.
    ///
    /// @param number of the row that it waits for from now on
    @Nullable
    Bar markEnded(Instant its, Marks more, long number) {
        recent = recent.marked(its, more);
        List<Bar> found = recent.between(its, its.plusNanos(1));
        Bar one = found.isEmpty() ? newest : found.getFirst();
        if (one == null || !one.start().equals(its)) {
            return null;
        }
        Bar marked = note(one.with(more));
        if (interval != Interval.SECOND) {
            recent = recent.with(new RecentBar.Whole(number, marked), CandlePublisher.KEPT);
        }
        // Whoever gets only the newest must not take this for it.
        changed = true;
        window = Long.MIN_VALUE;
        return marked;
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

    /// Takes note that something of this span has been published, which is kept if it is the first.
    void published(Ended ended, long number) {
        first = first == null ? new Numbered(number, ended) : first;
    }

    /// Nothing more will come of what was before.
    void forgetFirst() {
        first = null;
    }

    /// Puts what was known before a restart in front of the bar that this run began with; returns whatever has ended
    /// since, so that it is published, maybe once more.
    ///
    /// @param earlier what was forming; null if nothing was
    /// @param begun when this run began
    /// @param cut the marks of the bars that the restart is in
    List<Numbered> recover(@Nullable Bar earlier, Instant begun, Marks cut) {
        Instant its = calendar.start(interval, begun);
        if (earlier != null && earlier.start().isBefore(its)) {
            Instant bound = calendar.end(interval, earlier.start());
            var before = new Numbered(0, new Ended(interval, earlier.start(), bound, earlier, earlier.marks()));
            return Stream.concat(Stream.of(before), recover(null, begun, cut).stream())
                    .toList();
        }
        if (its.isBefore(start)) {
            // Of seconds nobody knows what was before.
            boolean same = interval == Interval.SECOND || (earlier == null && cut.equals(Marks.NONE));
            return same ? List.of() : List.of(late(earlier, its, cut));
        }
        marks = marks.plus(cut);
        bar = sum(earlier, bar, start);
        window = Long.MIN_VALUE;
        changed = true;
        unsaved = true;
        return List.of();
    }

    // Of minutes the number stays: the row waits, and what is whole takes its place.
    private Numbered late(@Nullable Bar earlier, Instant its, Marks cut) {
        window = Long.MIN_VALUE;
        changed = true;
        Numbered own = first != null && first.ended().start().equals(its) ? first : null;
        Marks all = own == null ? cut : own.ended().marks().plus(cut);
        @Nullable Bar whole = sum(earlier, own == null ? null : own.ended().bar(), its);
        return new Numbered(
                own == null || interval != Interval.MINUTE ? 0 : own.number(),
                new Ended(
                        interval,
                        its,
                        calendar.end(interval, its),
                        whole == null ? null : whole.with(all),
                        whole == null ? all : whole.marks().plus(all)));
    }

    private static @Nullable Bar sum(@Nullable Bar earlier, @Nullable Bar later, Instant start) {
        if (earlier == null) {
            return later;
        }
        return later == null
                ? earlier.startingAt(start)
                : earlier.startingAt(start).plus(later);
    }

    /// Begins anew, at any time.
    void clear() {
        start = Instant.MIN;
        end = Instant.MIN;
        bar = null;
        marks = Marks.NONE;
        recent = RecentBars.NONE;
        first = null;
        newest = null;
    }
}
