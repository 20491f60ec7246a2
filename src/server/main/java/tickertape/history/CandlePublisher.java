package tickertape.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tickertape.history.BarSpan.Ended;
import tickertape.history.BarSpan.Numbered;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.TopicVariants;
import tickertape.tape.stream.StreamHub;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// Puts bars on the tape: those that have ended, and from time to time those that are forming. Then it shows requests
/// the same. One thread calls it.
///
/// A view changes only after its bars are on the tape. So whoever reads a view, and then the stream from the view's
/// position on, gets each bar that ends exactly once.
final class CandlePublisher {

    /// An hour of seconds, of more than five hundred symbols; other bars stay until they are in the database.
    private static final int SECONDS = 3600;

    private static final int MOST_SECONDS = 2_000_000;

    /// So many bars of each length wait for the database, and are served meanwhile.
    static final int KEPT = 1000;

    private static final Marks PAUSED = Marks.NONE.plus(CandleMark.PAUSED);

    private final TopicVariants topics;
    private final StreamHub hub;
    private final Function<Candle, String> json;
    private final BookViews views;
    private int secondsKept = SECONDS;
    private final Set<Symbol> lost = new HashSet<>();
    private Marks marks = Marks.NONE;
    private Position position;
    private long number;
    private long version;

    /// @param json writes what goes on the tape
    /// @param start the beginning of the tape
    CandlePublisher(
            TopicVariants topics, StreamHub hub, Function<Candle, String> json, BookViews views, Position start) {
        this.topics = topics;
        this.hub = hub;
        this.json = json;
        this.views = views;
        position = start;
    }

    /// Publishes what is new in all books.
    ///
    /// @param settled bars whose rows have a number up to this are in the database
    /// @return what is to be written to the database, in order
    List<HistoryRow> publish(Instant moment, Collection<BarBook> books, long settled) {
        var drafts = new ArrayList<Draft>();
        var rows = new ArrayList<HistoryRow>();
        int phase = 0;
        secondsKept = secondsKept(books.size());
        for (BarBook book : books) {
            for (Numbered one : book.takeEnded()) {
                if (one.number() == 0) {
                    number++;
                    end(book, one.ended(), number, drafts, rows, settled);
                } else if (one.number() > settled) {
                    end(book, one.ended(), one.number(), drafts, rows, settled);
                }
            }
            for (Instant since : book.takeSilences()) {
                silence(book, since, drafts, rows);
            }
            forming(book, moment.getEpochSecond() + phase++, drafts);
        }
        if (!drafts.isEmpty()) {
            hub.publish(drafts, end -> {
                // The view of a tape that others share is made of what comes from there.
                if (!hub.isShared()) {
                    position = end;
                }
            });
        }
        version++;
        books.forEach(book -> show(book, settled));
        return rows;
    }

    /// How many seconds of each symbol are kept.
    static int secondsKept(int symbols) {
        return Math.clamp(MOST_SECONDS / Math.max(1, symbols), 1, SECONDS);
    }

    private void end(BarBook book, Ended ended, long its, List<Draft> drafts, List<HistoryRow> rows, long settled) {
        Interval interval = ended.interval();
        BarSpan span = book.span(interval);
        Bar bar = ended.bar() == null ? null : span.note(ended.bar());
        if (!book.isComplete()) {
            span.published(ended, its);
        }
        if (bar != null) {
            drafts.add(draft(book.symbol(), interval, bar, true));
            span.keep(
                    interval == Interval.SECOND
                            ? span.recent().plus(PackedBar.of(bar), secondsKept)
                            : span.recent().after(settled).with(new RecentBar.Whole(its, bar), KEPT));
            // Whoever gets only the newest must not take this for it.
            if (span.bar() == null && span.recent().isFollowed(bar.start())) {
                drafts.add(draft(book.symbol(), interval, span.recent().newest(), true));
            }
        }
        switch (interval) {
            case MINUTE -> rows.add(new HistoryRow.Minute(its, book.symbol(), ended.start(), bar, ended.marks()));
            case HOUR, DAY -> rows.add(new HistoryRow.Sum(its, book.symbol(), interval, ended.start(), ended.end()));
            case SECOND, FIVE_MINUTES, QUARTER, WEEK -> {}
        }
    }

    // When it is noticed, the bar in which it began may have ended.
    private void silence(BarBook book, Instant since, List<Draft> drafts, List<HistoryRow> rows) {
        for (Interval interval : List.of(Interval.MINUTE, Interval.HOUR, Interval.DAY)) {
            book.span(interval)
                    .ended(since)
                    .ifPresent(start -> rows.add(new HistoryRow.Mark(++number, book.symbol(), interval, start)));
        }
        for (Interval interval : Interval.values()) {
            BarSpan span = book.span(interval);
            span.ended(since)
                    .map(start -> span.markEnded(start, HistoryRow.Mark.GAP, number))
                    .ifPresent(bar -> drafts.add(draft(book.symbol(), interval, bar, true)));
        }
    }

    // Not all of one length at once: the books take turns within its pace.
    private void forming(BarBook book, long second, List<Draft> drafts) {
        for (Interval interval : Interval.values()) {
            if (interval != Interval.SECOND) {
                Bar bar =
                        book.span(interval).takeChanged(second / interval.pace().toSeconds());
                if (bar != null) {
                    drafts.add(draft(book.symbol(), interval, bar.with(marks), false));
                }
            }
        }
    }

    private Draft draft(Symbol symbol, Interval interval, Bar bar, boolean complete) {
        return new Draft(
                topics.topic(interval.text()), symbol.text(), json.apply(bar.candle(symbol, interval, complete)));
    }

    private void show(BarBook book, long settled) {
        boolean marked = lost.remove(book.symbol());
        boolean forgotten = forget(book, settled);
        if (book.takeTouched() || marked || forgotten) {
            Map<Interval, BookView.Span> spans = new EnumMap<>(Interval.class);
            for (Interval interval : Interval.values()) {
                BarSpan span = book.span(interval);
                spans.put(interval, new BookView.Span(span.start(), span.bar(), span.recent()));
            }
            views.put(book.symbol(), new BookView(position, version, book.isComplete(), spans));
        }
    }

    // As soon as the database has them, also if nothing is traded any more.
    private boolean forget(BarBook book, long settled) {
        boolean forgotten = false;
        for (Interval interval : views.isOwing() ? new Interval[0] : Interval.values()) {
            BarSpan span = book.span(interval);
            RecentBars left =
                    interval == Interval.SECOND ? span.recent() : span.recent().after(settled);
            forgotten |= left != span.recent();
            span.keep(left);
        }
        return forgotten;
    }

    /// The time of the market begins here.
    void begin(Instant moment) {
        views.begin(moment);
    }

    /// Marks the bars in memory that a lost minute belongs to, or is beside; the next views show it.
    void lose(BarBook book, Instant minute) {
        for (Interval interval : Interval.values()) {
            if (interval != Interval.SECOND) {
                book.span(interval).lose(minute);
            }
        }
        lost.add(book.symbol());
    }

    /// Whether there are bars that neither the memory nor the database has.
    void setOwing(boolean owing) {
        views.setOwing(owing);
    }

    /// Whether bars wait in memory because the database is away: then all that are forming say so, and say it once
    /// more when it is over.
    void setPaused(boolean paused, Collection<BarBook> books) {
        Marks now = paused ? PAUSED : Marks.NONE;
        if (!now.equals(marks)) {
            marks = now;
            books.forEach(BarBook::repeat);
        }
    }

    /// The number of the newest bar or row.
    long number() {
        return number;
    }

    /// A number for a row that is about no bar.
    long nextNumber() {
        return ++number;
    }
}
