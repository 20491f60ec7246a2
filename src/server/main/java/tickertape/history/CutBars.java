package tickertape.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tickertape.history.BarBook.Known;
import tickertape.history.BarBook.Recovered;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// The bars of one instrument that the end of the server has cut, of all lengths.
final class CutBars {

    private static final Marks CUT = Marks.NONE.plus(CandleMark.RESTART);

    private final BarCalendar calendar;
    private final Symbol symbol;
    private final int id;
    private final int scale;
    private final Instant begun;
    private @Nullable Bar minute;
    private Instant last = BarReader.earliest();
    private boolean known;
    private Instant traded = Instant.MIN;

    /// @param begun since when the run after that knows it
    CutBars(BarCalendar calendar, Symbol symbol, int id, int scale, Instant begun) {
        this.calendar = calendar;
        this.symbol = symbol;
        this.id = id;
        this.scale = scale;
        this.begun = begun;
    }

    Symbol symbol() {
        return symbol;
    }

    int id() {
        return id;
    }

    int scale() {
        return scale;
    }

    /// @param forming the minute that was saved last
    /// @param newest the last of those that have ended
    void set(@Nullable Bar forming, @Nullable Bar newest) {
        known = forming != null || newest != null;
        last = newest == null ? last : newest.start();
        note(newest);
        note(forming);
        if (forming != null) {
            // One that is a minute of the database, or is older than one, has ended: it was not cut.
            boolean unfinished = forming.start().isAfter(last);
            minute = unfinished || newest == null ? forming.with(CUT) : newest;
            last = minute.start();
        }
    }

    private void note(@Nullable Bar bar) {
        if (bar != null && !bar.isOfQuotes() && bar.start().isAfter(traded)) {
            traded = bar.start();
        }
    }

    /// Whether there is anything to go on from.
    boolean isKnown() {
        return known;
    }

    /// Where the bar of a length began that was forming.
    Instant start(Interval interval) {
        return calendar.start(interval, last);
    }

    /// What they tell. If nothing was cut, bars that have ended since are in the database as they are.
    ///
    /// @param minutes of its hour
    /// @param hours of its day
    /// @param days of its week
    Known known(List<Bar> minutes, List<Bar> hours, List<Bar> days) {
        List<Recovered> bars = new ArrayList<>();
        TreeMap<Instant, Bar> byStart = new TreeMap<>();
        minutes.forEach(bar -> byStart.put(bar.start(), bar));
        if (minute != null) {
            byStart.put(minute.start(), minute);
            bars.add(new Recovered(Interval.MINUTE, minute));
        }
        List<Bar> parts = new ArrayList<>(byStart.values());
        add(bars, Interval.FIVE_MINUTES, parts);
        add(bars, Interval.QUARTER, parts);
        add(bars, Interval.HOUR, parts);
        parts.addAll(0, before(start(Interval.HOUR), hours));
        add(bars, Interval.DAY, parts);
        parts.addAll(0, before(start(Interval.DAY), days));
        add(bars, Interval.WEEK, parts);
        return new Known(bars, traded);
    }

    private static List<Bar> before(Instant bound, List<Bar> bars) {
        return bars.stream().filter(bar -> bar.start().isBefore(bound)).toList();
    }

    private void add(List<Recovered> bars, Interval interval, List<Bar> parts) {
        Instant start = start(interval);
        if (minute != null || start.equals(calendar.start(interval, begun))) {
            parts.stream()
                    .filter(bar -> !bar.start().isBefore(start))
                    .reduce(Bar::plus)
                    .ifPresent(bar -> bars.add(new Recovered(interval, bar.startingAt(start))));
        }
    }
}
