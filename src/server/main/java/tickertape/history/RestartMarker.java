package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import tickertape.store.Dialect;

/// Marks in the database the minute in which the server ended, also of instruments that had not been traded in it: then
/// the hour and the day that it belongs to say so too, as trades may be missing from them. Doing so again changes
/// nothing.
record RestartMarker(Connection connection, Dialect dialect, BarCalendar calendar) {

    /// @param died when that was
    void mark(List<CutBars> cut, Instant died) throws SQLException {
        Instant minute = calendar.start(Interval.MINUTE, died);
        List<CutBars> some = cut.stream()
                .filter(each -> each.alive().isPresent())
                .filter(each -> each.start(Interval.MINUTE).isBefore(minute))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        List<Long> keys =
                some.stream().map(each -> BarTable.key(each.id(), minute)).toList();
        MarkWriter.mark(connection, BarTable.MINUTES, CutBars.CUT, keys);
        for (Interval interval : List.of(Interval.HOUR, Interval.DAY)) {
            var sums = new BarSums(connection, dialect, interval);
            Instant start = calendar.start(interval, died);
            // Those that have bars are added up when these are published.
            some.stream()
                    .filter(each -> each.start(interval).isBefore(start))
                    .forEach(each -> sums.add(each.id(), start, calendar.end(interval, start)));
            sums.write();
        }
    }
}
