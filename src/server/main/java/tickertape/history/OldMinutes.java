package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Deletes the minutes that are too old, once for each hour that ends; also those of instruments that do not trade any
/// more. One thread uses it.
final class OldMinutes {

    private final InstrumentIds ids;
    private final Duration keep;
    private Instant deleted = Instant.MIN;

    /// @param keep how long minutes stay
    OldMinutes(InstrumentIds ids, Duration keep) {
        this.ids = ids;
        this.keep = keep;
    }

    /// @param rows that are being written: hours that end are among them, or not
    void delete(Connection connection, List<HistoryRow> rows) throws SQLException {
        Instant oldest = oldest(rows);
        if (!oldest.isAfter(deleted)) {
            return;
        }
        // Where this is rolled back, they go an hour later.
        deleted = oldest;
        try (var statement = connection.prepareStatement(BarSql.deleteSpan(BarTable.MINUTES))) {
            for (int id : ids.all()) {
                statement.setLong(1, BarTable.first(id));
                statement.setLong(2, BarTable.key(id, oldest));
                statement.addBatch();
            }
            // In one journey to the database: there may be thousands of instruments.
            statement.executeBatch();
        }
        try (var statement = connection.prepareStatement("DELETE FROM history_forming WHERE started < ?")) {
            statement.setLong(1, oldest.getEpochSecond());
            statement.executeUpdate();
        }
    }

    // The earliest moment of all where no hour ends.
    private Instant oldest(List<HistoryRow> rows) {
        Instant oldest = Instant.MIN;
        for (HistoryRow row : rows) {
            if (row instanceof HistoryRow.Sum sum && sum.interval() == Interval.HOUR) {
                Instant its = sum.start().minus(keep);
                oldest = its.isAfter(oldest) ? its : oldest;
            }
        }
        return oldest;
    }
}
