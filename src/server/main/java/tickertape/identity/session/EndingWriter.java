package tickertape.identity.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tickertape.store.BatchWriter;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;

/// Writes the ends of sessions that could not be written when they came.
record EndingWriter(Dialect dialect) implements BatchWriter<EndedCredential> {

    private static final int FORGOTTEN = 3;

    @Override
    public void write(Connection connection, List<EndedCredential> rows) throws SQLException {
        String upsert = dialect.upsert("identity_ended", List.of("id"), List.of("id", "ended", "forgotten"));
        try (var statement = connection.prepareStatement(upsert)) {
            for (EndedCredential row : rows) {
                statement.setString(1, row.id());
                statement.setLong(2, EpochMicros.of(row.ended()));
                statement.setLong(FORGOTTEN, EpochMicros.of(row.forgotten()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
