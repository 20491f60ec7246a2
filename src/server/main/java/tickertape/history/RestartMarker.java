package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tickertape.store.Dialect;

/// Marks in the database the minute in which the server ended, also of instruments that had not been traded in it: then
/// the hour and the day that it belongs to say so too, as trades may be missing from them. Doing so again changes
/// nothing.
record RestartMarker(Connection connection, Dialect dialect, BarCalendar calendar) {

    private static final String UPDATE =
            "UPDATE history_minute SET marks = marks + CASE WHEN %s = 0 THEN %s ELSE 0 END WHERE id = ?"
                    .formatted(BarSql.bit(CutBars.CUT), CutBars.CUT.bits());

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
        markMinutes(some, minute);
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

    private void markMinutes(List<CutBars> some, Instant minute) throws SQLException {
        try (var update = connection.prepareStatement(UPDATE);
                var insert = connection.prepareStatement(BarSql.insert(BarTable.MINUTES))) {
            List<Long> keys = new ArrayList<>();
            for (CutBars each : some) {
                keys.add(BarTable.key(each.id(), minute));
                update.setLong(1, keys.getLast());
                update.addBatch();
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    insert.setLong(1, keys.get(i));
                    BarSql.set(insert, BarSql.AFTER_KEY, null, CutBars.CUT);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
