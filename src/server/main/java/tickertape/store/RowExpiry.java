package tickertape.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Deletes the rows of a table that are too old, once an hour at most. One thread uses it.
public final class RowExpiry {

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final String sql;
    private final Duration keep;
    private final InstantSource clock;
    private Instant last = Instant.EPOCH;

    /// @param column has the time that counts, in microseconds since 1970
    public RowExpiry(String table, String column, Duration keep, InstantSource clock) {
        sql = "DELETE FROM %s WHERE %s < ?".formatted(table, column);
        this.keep = keep;
        this.clock = clock;
    }

    public void sweep(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (!last.plus(INTERVAL).isBefore(now)) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, EpochMicros.of(now.minus(keep)));
            statement.executeUpdate();
        }
        last = now;
    }
}
