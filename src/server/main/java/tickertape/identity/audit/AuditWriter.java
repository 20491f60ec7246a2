package tickertape.identity.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import tickertape.store.BatchWriter;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;
import tickertape.store.RowExpiry;

/// Writes entries of the audit log, and deletes those that are too old. One thread uses it.
final class AuditWriter implements BatchWriter<AuditEntry> {

    private static final String TABLE = "identity_audit";
    private static final List<String> COLUMNS = List.of("id", "at", "action", "account", "name", "address", "detail");

    private final String upsert;
    private final RowExpiry expiry;

    AuditWriter(Dialect dialect, Duration keep, InstantSource clock) {
        upsert = dialect.upsert(TABLE, List.of("id"), COLUMNS);
        expiry = new RowExpiry(TABLE, "at", keep, clock);
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
        expiry.sweep(connection);
    }
}
