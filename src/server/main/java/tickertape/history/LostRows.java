package tickertape.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.history.HistoryRow.Minute;
import tickertape.history.HistoryRow.Sum;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// What was not written because the database was away for too long: of each symbol the first and the last minute, the
/// hours and days to be added up again, and whether the bar after it is still to come; and marks of bars that are
/// there. Safe for any thread.
final class LostRows {

    static final Marks LOST = Marks.NONE.plus(CandleMark.LOST);

    private final Map<Symbol, Stretch> minutes = new ConcurrentHashMap<>();
    private final Map<SumId, Sums> sums = new ConcurrentHashMap<>();
    private final Map<Symbol, Instant> holes = new ConcurrentHashMap<>();
    private final Map<Object, HistoryRow.Mark> marks = new ConcurrentHashMap<>();
    private List<HistoryRow.Mark> tried = List.of();
    private List<Touched> touched = new ArrayList<>();

    /// The lost minutes of one symbol.
    record Stretch(Minute first, Minute last) {

        // What was before the start may come late.
        Stretch with(Minute one) {
            return one.start().isBefore(first.start())
                    ? new Stretch(one, last)
                    : one.start().isBefore(last.start()) ? this : new Stretch(first, one);
        }

        /// What stands in the database for them: marks without bars.
        List<Minute> marked() {
            Minute begin = new Minute(first.number(), first.symbol(), first.start(), null, LOST);
            return first.start().equals(last.start())
                    ? List.of(begin)
                    : List.of(begin, new Minute(last.number(), last.symbol(), last.start(), null, LOST));
        }
    }

    /// Hours or days of one symbol, from the first to the last, that were not added up.
    record Sums(Symbol symbol, Interval interval, Instant first, Instant last) {

        Sums with(Instant start) {
            return new Sums(
                    symbol, interval, start.isBefore(first) ? start : first, start.isAfter(last) ? start : last);
        }
    }

    /// A minute that was lost, or is beside those that were.
    record Touched(Symbol symbol, Instant minute) {}

    private record SumId(Symbol symbol, Interval interval) {}

    void add(HistoryRow row) {
        switch (row) {
            case Minute minute -> {
                minutes.merge(minute.symbol(), new Stretch(minute, minute), (before, _) -> before.with(minute));
                touch(minute.symbol(), minute.start());
            }
            case Sum sum ->
                sums.merge(
                        new SumId(sum.symbol(), sum.interval()),
                        new Sums(sum.symbol(), sum.interval(), sum.start(), sum.start()),
                        (before, _) -> before.with(sum.start()));
            case HistoryRow.Mark mark -> marks.put(mark.key(), mark);
            case HistoryRow.Forget _ -> {}
        }
    }

    /// Forgets all: another server goes on from what is in the database.
    synchronized void clear() {
        minutes.clear();
        sums.clear();
        holes.clear();
        marks.clear();
        touched = new ArrayList<>();
    }

    /// Whether something is not marked yet.
    boolean isEmpty() {
        return minutes.isEmpty() && sums.isEmpty() && marks.isEmpty();
    }

    List<Stretch> stretches() {
        return List.copyOf(minutes.values());
    }

    List<Sums> sums() {
        return List.copyOf(sums.values());
    }

    /// Marks that were not written: they are tried again with the next rows.
    List<HistoryRow.Mark> marks() {
        tried = List.copyOf(marks.values());
        return tried;
    }

    /// They have been marked, and added up, and the marks that were tried last are written.
    void settle(List<Stretch> marked, List<Sums> added) {
        marked.forEach(stretch -> minutes.remove(stretch.first().symbol(), stretch));
        tried.forEach(mark -> marks.remove(mark.key(), mark));
        added.forEach(one -> sums.remove(new SumId(one.symbol(), one.interval()), one));
    }

    /// From now on, the bar after the last lost minute of a symbol is looked for.
    void open(Symbol symbol, Instant last) {
        holes.put(symbol, last);
    }

    /// The last lost minute of each symbol that has no bar after it.
    Map<Symbol, Instant> holes() {
        return Map.copyOf(holes);
    }

    /// The bars after them have been marked.
    void close(Map<Symbol, Instant> closed) {
        closed.forEach(holes::remove);
    }

    /// Notes a minute whose bars in memory are to say so. There are never more than rows that wait: who puts them also
    /// takes these.
    synchronized void touch(Symbol symbol, Instant minute) {
        touched.add(new Touched(symbol, minute));
    }

    /// Those since this was last asked.
    synchronized List<Touched> takeTouched() {
        if (touched.isEmpty()) {
            return List.of();
        }
        List<Touched> taken = touched;
        touched = new ArrayList<>();
        return taken;
    }
}
