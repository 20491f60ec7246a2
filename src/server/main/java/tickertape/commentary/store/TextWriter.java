package tickertape.commentary.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tickertape.commentary.writing.EndedText;
import tickertape.store.BatchWriter;
import tickertape.store.Dialect;
import tickertape.store.RowExpiry;

/// Writes texts, and deletes those that are too old. One thread uses it.
final class TextWriter implements BatchWriter<ArchiveTask> {

    private final String upsert;
    private final RowExpiry expiry;

    TextWriter(Dialect dialect, Duration keep, InstantSource clock) {
        upsert = dialect.upsert(TextRow.TABLE, List.of("id"), TextRow.COLUMNS);
        expiry = new RowExpiry(TextRow.TABLE, "ended_at", keep, clock);
    }

    @Override
    public void write(Connection connection, List<ArchiveTask> tasks) throws SQLException {
        try (var statement = connection.prepareStatement(upsert)) {
            for (ArchiveTask task : tasks) {
                switch (task) {
                    case ArchiveTask.Keep(EndedText text) -> {
                        TextRow.set(statement, text);
                        statement.addBatch();
                    }
                    case ArchiveTask.Forget(String owner) -> {
                        // What comes before it goes with it.
                        statement.executeBatch();
                        forget(connection, owner);
                    }
                }
            }
            statement.executeBatch();
        }
        expiry.sweep(connection);
    }

    private static void forget(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM " + TextRow.TABLE + " WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }
}
