package tickertape.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.history.BarBook.Known;
import tickertape.history.BarBook.Recovered;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// The bars of one instrument that the end of the server has cut, of all lengths.
final class CutBars {

    static final Marks CUT = Marks.NONE.plus(CandleMark.RESTART);

    private final BarCalendar calendar;
    private final Symbol symbol;
    private final int id;
    private final int scale;
    private final Instant begun;
    private @Nullable Bar minute;
    private Instant last = BarReader.earliest();
    private boolean known;
    private boolean unfinished;
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
    /// @param newest the last bar of each length that has ended
    void set(@Nullable Bar forming, Map<Interval, Bar> newest) {
        known = forming != null || !newest.isEmpty();
        // The longer ones are there also when minutes are not kept any more.
        Bar longer = newest.getOrDefault(Interval.HOUR, newest.get(Interval.DAY));
        Bar ended = newest.get(Interval.MINUTE);
        last = ended != null ? ended.start() : longer != null ? longer.start() : last;
        newest.values().forEach(this::note);
        if (forming != null) {
            note(forming);
            // One that is a minute of the database, or is older than one, has ended: it was not cut.
            unfinished = ended == null || forming.start().isAfter(ended.start());
            Bar cut = unfinished || ended == null ? forming.with(CUT) : ended;
            minute = cut;
            last = cut.start();
        }
    }

    private void note(Bar bar) {
        if (!bar.isOfQuotes() && bar.start().isAfter(traded)) {
            traded = bar.start();
        }
    }

    /// Whether there is anything to go on from.
    boolean isKnown() {
        return known;
    }

    /// A time at which the server still ran, as far as this instrument tells.
    Optional<Instant> alive() {
        return Optional.ofNullable(minute)
                .map(bar -> unfinished ? bar.start() : calendar.end(Interval.MINUTE, bar.start()));
    }

    /// Where the bar of a length began that was forming.
    Instant start(Interval interval) {
        return calendar.start(interval, last);
    }

    /// What they tell. If nothing was cut, bars that have ended since are in the database as they are.
    ///
    /// @param died when the server ran last
    /// @param minutes of its hour
    /// @param hours of its day
    /// @param days of its week
    Known known(Instant died, List<Bar> minutes, List<Bar> hours, List<Bar> days) {
        List<Recovered> bars = new ArrayList<>();
        TreeMap<Instant, Bar> byStart = new TreeMap<>();
        minutes.forEach(bar -> byStart.put(bar.start(), bar));
        if (minute != null) {
            byStart.put(minute.start(), minute);
            bars.add(new Recovered(Interval.MINUTE, minute));
        }
        List<Bar> parts = new ArrayList<>(byStart.values());
        add(bars, Interval.FIVE_MINUTES, died, parts);
        add(bars, Interval.QUARTER, died, parts);
        List<Bar> hour = fuller(parts, start(Interval.HOUR), hours);
        add(bars, Interval.HOUR, died, hour);
        List<Bar> day = fuller(
                Stream.of(before(start(Interval.HOUR), hours), hour)
                        .flatMap(List::stream)
                        .toList(),
                start(Interval.DAY),
                days);
        add(bars, Interval.DAY, died, day);
        add(
                bars,
                Interval.WEEK,
                died,
                Stream.of(before(start(Interval.DAY), days), day)
                        .flatMap(List::stream)
                        .toList());
        return new Known(bars, traded);
    }

    // The parts of a bar, or the bar itself if it has ended: of its parts some may not be kept any more.
    private List<Bar> fuller(List<Bar> parts, Instant start, List<Bar> ended) {
        long known = parts.stream().mapToLong(Bar::trades).sum();
        return ended.stream()
                .filter(bar -> bar.start().equals(start))
                .filter(bar -> parts.isEmpty() || bar.trades() > known)
                .findFirst()
                .map(List::of)
                .orElse(parts);
    }

    private static List<Bar> before(Instant bound, List<Bar> bars) {
        return bars.stream().filter(bar -> bar.start().isBefore(bound)).toList();
    }

    private void add(List<Recovered> bars, Interval interval, Instant died, List<Bar> parts) {
        Instant start = start(interval);
        boolean cut = minute != null && start.equals(calendar.start(interval, died));
        Marks marks = cut ? CUT : Marks.NONE;
        // All others had ended, and are in the database as they are.
        if (cut || unfinished || start.equals(calendar.start(interval, begun))) {
            parts.stream()
                    .filter(bar -> !bar.start().isBefore(start))
                    .reduce(Bar::plus)
                    .ifPresent(bar -> bars.add(
                            new Recovered(interval, bar.startingAt(start).with(marks))));
        }
    }
}
