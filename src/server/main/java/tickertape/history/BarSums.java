package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tickertape.store.Dialect;

/// Adds up hours from minutes, or days from hours, in the database.
final class BarSums {

    private final Connection connection;
    private final BarTable target;
    private final String insert;
    private final Map<Long, Long> bounds = new LinkedHashMap<>();

    /// @param interval hour or day
    BarSums(Connection connection, Dialect dialect, Interval interval) {
        this.connection = connection;
        target = BarTable.of(interval);
        BarTable parts = interval == Interval.HOUR ? BarTable.MINUTES : BarTable.HOURS;
        insert =
                "INSERT INTO %s (id, %s) SELECT CAST(? AS BIGINT), %s FROM %s WHERE id >= ? AND id < ? HAVING COUNT(*) > 0"
                        .formatted(target.sqlName(), BarSql.COLUMNS, BarSql.sums(dialect), parts.sqlName());
    }

    /// One bar that is to be written.
    void add(int instrument, Instant start, Instant end) {
        bounds.put(BarTable.key(instrument, start), BarTable.key(instrument, end));
    }

    /// Writes all of them, in place of those that are there.
    void write() throws SQLException {
        if (bounds.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(BarSql.delete(target));
                var sum = connection.prepareStatement(insert)) {
            for (Map.Entry<Long, Long> bar : bounds.entrySet()) {
                delete.setLong(1, bar.getKey());
                delete.addBatch();
                sum.setLong(1, bar.getKey());
                sum.setLong(2, bar.getKey());
                sum.setLong(3, bar.getValue());
                sum.addBatch();
            }
            delete.executeBatch();
            sum.executeBatch();
        }
    }
}
