package tickertape.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.store.BatchWriter;
import tickertape.store.Dialect;
import tickertape.wire.Symbol;

/// Writes bars that have ended. Writing a row a second time changes nothing.
///
/// Rows are written in order. So when a batch begins, all rows with lower numbers than its own are in the database, or
/// lost for good. One thread writes; any thread may tell of losses.
final class BarWriter implements BatchWriter<HistoryRow> {

    private final Dialect dialect;
    private final InstrumentIds ids;
    private final OldMinutes old;
    private final BarCalendar calendar;
    private final LostRows lost = new LostRows();
    private List<HistoryRow> last = List.of();
    private final LossMarker marker;
    private List<LostRows.Stretch> marked = List.of();
    private List<LostRows.Sums> added = List.of();
    private Map<Symbol, Instant> closed = Map.of();
    private final Map<Symbol, HistoryRow.Forget> recordings = new HashMap<>();
    private volatile boolean recovered;
    private volatile long settled = -1;

    /// @param keep how long minutes stay
    BarWriter(Dialect dialect, InstrumentIds ids, Duration keep, BarCalendar calendar) {
        this.dialect = dialect;
        this.ids = ids;
        old = new OldMinutes(ids, keep);
        this.calendar = calendar;
        marker = new LossMarker(ids, calendar, lost);
    }

    /// Reads what an earlier run had not marked yet.
    ///
    /// @param instruments those to look at, and their numbers
    void resume(Connection connection, Map<Symbol, Integer> instruments) throws SQLException {
        marker.resume(connection, instruments);
    }

    /// What was put before is void, also what was lost of it, and what was there before is to be read.
    synchronized void beginAnew() {
        recovered = false;
        last = List.of();
        lost.clear();
    }

    /// What was there before has been read, so it may be written over.
    void setRecovered() {
        recovered = true;
    }

    @Override
    public boolean isReady() {
        return recovered;
    }

    /// Rows up to this number no longer wait.
    long settled() {
        return settled;
    }

    /// Whether rows were lost, and the database may not say so yet.
    boolean owes() {
        return !lost.isEmpty();
    }

    /// Minutes that were lost, or are beside those that were, since this was last asked.
    List<LostRows.Touched> takeTouched() {
        return lost.takeTouched();
    }

    /// Notes rows that will never be written, so that the data say so.
    synchronized void lose(List<HistoryRow> rows) {
        for (HistoryRow row : rows) {
            lost.add(row);
            settled = Math.max(settled, row.number());
        }
        if (!rows.isEmpty()
                && !last.isEmpty()
                && rows.getLast().number() >= last.getFirst().number()) {
            last = List.of();
        }
    }

    @Override
    public void write(Connection connection, List<HistoryRow> rows) throws SQLException {
        begin(rows);
        forget(connection, rows);
        writeMinutes(
                connection,
                marked.stream().flatMap(stretch -> stretch.marked().stream()).toList());
        writeMinutes(connection, rows);
        closed = marker.mark(connection, marked);
        new MarkWriter(ids, lost).write(connection, rows);
        sumUpLost(connection, Interval.HOUR);
        sumUpLost(connection, Interval.DAY);
        sumUp(connection, rows, Interval.HOUR);
        sumUp(connection, rows, Interval.DAY);
        old.delete(connection, rows);
    }

    // The batch before was committed, unless this one is another attempt.
    private synchronized void begin(List<HistoryRow> rows) {
        long first = rows.getFirst().number();
        settled = Math.max(settled, first - 1);
        if (!last.isEmpty() && last.getLast().number() < first) {
            lost.settle(marked, added);
            lost.close(closed);
        }
        last = rows;
        marked = lost.stretches();
        added = lost.sums();
    }

    private void forget(Connection connection, List<HistoryRow> rows) throws SQLException {
        for (HistoryRow row : rows) {
            if (row instanceof HistoryRow.Forget recording) {
                int id = ids.known(recording.symbol());
                for (BarTable table : BarTable.values()) {
                    long first = BarTable.key(id, calendar.start(table.interval(), recording.from()));
                    delete(connection, table, first, BarTable.key(id, recording.last()) + 1);
                }
                // It may begin and end within an hour of which there is more.
                sumUpEnds(connection, id, recording, Interval.HOUR);
                sumUpEnds(connection, id, recording, Interval.DAY);
                try (var statement = connection.prepareStatement(
                        "DELETE FROM history_forming WHERE id = ? AND started >= ? AND started <= ?")) {
                    statement.setInt(1, id);
                    statement.setLong(
                            2, calendar.start(Interval.MINUTE, recording.from()).getEpochSecond());
                    statement.setLong(3, recording.last().getEpochSecond());
                    statement.executeUpdate();
                }
                recordings.put(recording.symbol(), recording);
            }
        }
    }

    private void sumUpEnds(Connection connection, int id, HistoryRow.Forget recording, Interval interval)
            throws SQLException {
        var sums = new BarSums(connection, dialect, interval);
        for (Instant end : List.of(recording.from(), recording.last())) {
            Instant start = calendar.start(interval, end);
            sums.add(id, start, calendar.end(interval, start));
        }
        sums.write();
    }

    private void writeMinutes(Connection connection, List<? extends HistoryRow> rows) throws SQLException {
        try (var delete = connection.prepareStatement(BarSql.delete(BarTable.MINUTES));
                var insert = connection.prepareStatement(BarSql.insert(BarTable.MINUTES))) {
            for (HistoryRow row : rows) {
                if (row instanceof HistoryRow.Minute minute) {
                    add(delete, insert, minute);
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private void add(PreparedStatement delete, PreparedStatement insert, HistoryRow.Minute minute) throws SQLException {
        long key = BarTable.key(ids.known(minute.symbol()), minute.start());
        delete.setLong(1, key);
        delete.addBatch();
        insert.setLong(1, key);
        BarSql.set(insert, BarSql.AFTER_KEY, minute.bar(), minute.marks());
        insert.addBatch();
    }

    private void sumUp(Connection connection, List<HistoryRow> rows, Interval interval) throws SQLException {
        var sums = new BarSums(connection, dialect, interval);
        for (HistoryRow row : rows) {
            if (row instanceof HistoryRow.Sum sum && sum.interval() == interval) {
                sums.add(ids.known(sum.symbol()), sum.start(), sum.end());
            } else if (row instanceof HistoryRow.Minute minute && isAtEndOfRecording(minute, interval)) {
                Instant start = calendar.start(interval, minute.start());
                sums.add(ids.known(minute.symbol()), start, calendar.end(interval, start));
            }
        }
        sums.write();
    }

    // Its time stops there: the hour and the day in which it ends will never be over.
    private boolean isAtEndOfRecording(HistoryRow.Minute minute, Interval interval) {
        HistoryRow.Forget recording = recordings.get(minute.symbol());
        return recording != null
                && !minute.start().isBefore(calendar.start(interval, recording.last()))
                && !minute.start().isAfter(recording.last());
    }

    // Of what is in the database, because their own rows were lost.
    private void sumUpLost(Connection connection, Interval interval) throws SQLException {
        var sums = new BarSums(connection, dialect, interval);
        for (LostRows.Sums one : added) {
            if (one.interval() == interval) {
                int id = ids.known(one.symbol());
                Instant start = one.first();
                while (!start.isAfter(one.last())) {
                    Instant end = calendar.end(interval, start);
                    sums.add(id, start, end);
                    start = end;
                }
            }
        }
        sums.write();
    }

    private static void delete(Connection connection, BarTable table, long from, long to) throws SQLException {
        try (var statement = connection.prepareStatement(BarSql.deleteSpan(table))) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.executeUpdate();
        }
    }
}
