package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tickertape.store.Database;
import tickertape.store.DatabaseException;

/// Writes changes, many in one transaction. One thread calls it.
final class ChatWriter {

    private final Database database;
    private final InstantSource clock;

    ChatWriter(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Writes them so that they outlive a kill. Throws `DatabaseException` if the database is at fault.
    ///
    /// @param published up to which revision everything lies on the tape
    void write(List<PendingChange<?>> changes, long published) {
        try {
            var _ = database.transaction(connection -> {
                write(connection, changes, published);
                return true;
            });
            database.sync();
        } catch (DatabaseException failure) {
            changes.forEach(PendingChange::undo);
            if (failure.isRetryable() || changes.size() == 1) {
                throw failure;
            }
            // One bad change must not hold up the others.
            changes.forEach(change -> writeAlone(change, published));
        } catch (RuntimeException | Error failure) {
            changes.forEach(PendingChange::undo);
            throw failure;
        }
    }

    private void writeAlone(PendingChange<?> change, long published) {
        try {
            write(List.of(change), published);
            change.answer();
        } catch (DatabaseException failure) {
            change.fail(failure);
            if (failure.isRetryable()) {
                throw failure;
            }
        }
    }

    private void write(Connection connection, List<PendingChange<?>> changes, long published) throws SQLException {
        long revision = Revisions.take(connection, changes.size(), published);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (PendingChange<?> change : changes) {
            change.write(connection, revision++, now);
        }
    }
}
