package tickertape.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.history.HistoryRow.Minute;
import tickertape.history.HistoryRow.Sum;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// What was not written because the database was away for too long: of each symbol the first and the last minute, which
/// are to be marked, and since when hours and days are to be added up again. Safe for any thread.
final class LostRows {

    private static final Marks LOST = Marks.NONE.plus(CandleMark.LOST);

    private final Map<Symbol, Stretch> minutes = new ConcurrentHashMap<>();
    private final Map<SumId, Instant> sums = new ConcurrentHashMap<>();

    /// The lost minutes of one symbol.
    record Stretch(Minute first, Minute last) {

        /// What stands in the database for them: marks without bars.
        List<Minute> marked() {
            Minute begin = new Minute(first.number(), first.symbol(), first.start(), null, LOST);
            return first.start().equals(last.start())
                    ? List.of(begin)
                    : List.of(begin, new Minute(last.number(), last.symbol(), last.start(), null, LOST));
        }
    }

    private record SumId(Symbol symbol, Interval interval) {}

    void add(HistoryRow row) {
        switch (row) {
            case Minute minute ->
                minutes.merge(
                        minute.symbol(),
                        new Stretch(minute, minute),
                        (before, now) -> new Stretch(before.first(), now.last()));
            case Sum sum -> sums.putIfAbsent(new SumId(sum.symbol(), sum.interval()), sum.start());
            case HistoryRow.Forget _ -> {}
        }
    }

    List<Stretch> stretches() {
        return List.copyOf(minutes.values());
    }

    /// They have been marked.
    void settle(List<Stretch> marked) {
        marked.forEach(stretch -> minutes.remove(stretch.first().symbol(), stretch));
    }

    /// Since when bars like this one are missing.
    Optional<Instant> since(Sum sum) {
        return Optional.ofNullable(sums.get(new SumId(sum.symbol(), sum.interval())));
    }

    void settle(Sum sum) {
        sums.remove(new SumId(sum.symbol(), sum.interval()));
    }
}
