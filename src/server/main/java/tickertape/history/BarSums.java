package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import tickertape.store.Dialect;

/// Adds up hours from minutes, or days from hours, in the database.
final class BarSums {

    private final Connection connection;
    private final BarTable target;
    private final String insert;

    /// @param interval hour or day
    BarSums(Connection connection, Dialect dialect, Interval interval) {
        this.connection = connection;
        target = BarTable.of(interval);
        BarTable parts = interval == Interval.HOUR ? BarTable.MINUTES : BarTable.HOURS;
        insert =
                "INSERT INTO %s (id, %s) SELECT CAST(? AS BIGINT), %s FROM %s WHERE id >= ? AND id < ? HAVING COUNT(*) > 0"
                        .formatted(target.sqlName(), BarSql.COLUMNS, BarSql.sums(dialect), parts.sqlName());
    }

    /// Writes one bar, in place of the one that is there.
    void write(int instrument, Instant start, Instant end) throws SQLException {
        long key = BarTable.key(instrument, start);
        try (var delete = connection.prepareStatement(BarSql.delete(target));
                var sum = connection.prepareStatement(insert)) {
            delete.setLong(1, key);
            delete.executeUpdate();
            sum.setLong(1, key);
            sum.setLong(2, key);
            sum.setLong(3, BarTable.key(instrument, end));
            sum.executeUpdate();
        }
    }
}
