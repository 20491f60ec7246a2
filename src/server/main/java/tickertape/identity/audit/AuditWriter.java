package tickertape.identity.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import tickertape.store.BatchWriter;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;

/// Writes entries of the audit log, and deletes those that are too old. One thread uses it.
final class AuditWriter implements BatchWriter<AuditEntry> {

    private static final String TABLE = "identity_audit";
    private static final List<String> COLUMNS = List.of("id", "at", "action", "account", "name", "address", "detail");
    private static final Duration SWEEP = Duration.ofHours(1);

    private final String upsert;
    private final Duration keep;
    private final InstantSource clock;
    private Instant swept = Instant.EPOCH;

    AuditWriter(Dialect dialect, Duration keep, InstantSource clock) {
        upsert = dialect.upsert(TABLE, List.of("id"), COLUMNS);
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public void write(Connection connection, List<AuditEntry> rows) throws SQLException {
        try (var statement = connection.prepareStatement(upsert)) {
            for (AuditEntry row : rows) {
                int at = 1;
                statement.setString(at++, row.id());
                statement.setLong(at++, EpochMicros.of(row.time()));
                for (String text :
                        Arrays.asList(row.action(), row.account(), row.name(), row.address(), row.detail())) {
                    statement.setString(at++, text);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Instant now = clock.instant();
        if (swept.plus(SWEEP).isBefore(now)) {
            deleteBefore(connection, now.minus(keep));
            swept = now;
        }
    }

    private static void deleteBefore(Connection connection, Instant time) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE at < ?")) {
            statement.setLong(1, EpochMicros.of(time));
            statement.executeUpdate();
        }
    }
}
