package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.web.PeriodicTask;

/// Prepares the database at the start, or as soon as it answers; then asks it from time to time whether it still
/// does, and looks whether its disk is full.
///
/// A database that answers, but fails again at once as soon as it is used, is asked ever more seldom.
final class DatabaseSupervisor implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DatabaseSupervisor.class.getName());

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration WHILE_AVAILABLE = Duration.ofSeconds(5);

    private static final int MOST_DOUBLINGS = 6;

    /// H2's code for a file that another process has open.
    private static final int IN_USE = 90020;

    private final Database database;
    private final Availability availability;
    private final SchemaMigrator migrator;
    private final List<Migrations> migrations;
    private final LongSupplier nanoTime;
    private final PeriodicTask task;
    private long last;
    private boolean refused;

    /// @param thread makes the thread that asks
    /// @param nanoTime a monotonic clock
    DatabaseSupervisor(
            Database database,
            Availability availability,
            SchemaMigrator migrator,
            List<Migrations> migrations,
            ThreadFactory thread,
            LongSupplier nanoTime) {
        this.database = database;
        this.availability = availability;
        this.migrator = migrator;
        this.migrations = migrations;
        this.nanoTime = nanoTime;
        task = new PeriodicTask(thread, INTERVAL, this::supervise);
    }

    /// Prepares the database, if it answers. Throws `SchemaException` when the server must not start on it.
    void begin() {
        try {
            availability.requireRoom();
            prepare();
        } catch (DatabaseException e) {
            if (isInUse(e)) {
                throw new SchemaException(
                        "another server has the database open, and each needs its own (database.url): "
                                + e.getMessage(),
                        e);
            }
            availability.failed(String.valueOf(e.getMessage()));
        }
        last = nanoTime.getAsLong();
        task.keepRunning();
    }

    /// Asks the database, if it is time to. Throws nothing.
    void supervise() {
        availability.update();
        availability.lookForRoom();
        boolean wasAvailable = database.available();
        Duration pause = wasAvailable ? WHILE_AVAILABLE : pauseWhileAway();
        if (refused || nanoTime.getAsLong() - last < pause.toNanos()) {
            return;
        }
        try {
            if (!wasAvailable) {
                availability.requireRoom();
            }
            if (availability.isPrepared()) {
                database.ping();
            } else {
                prepare();
            }
        } catch (DatabaseException away) {
            availability.failed(String.valueOf(away.getMessage()));
        } catch (SchemaException unusable) {
            // The market must not be stopped for it any more.
            refused = true;
            availability.failed(String.valueOf(unusable.getMessage()));
            LOG.log(Level.ERROR, "The database is not used until the next start: {0}", unusable.getMessage());
        } finally {
            last = nanoTime.getAsLong();
        }
    }

    private Duration pauseWhileAway() {
        int doublings = Math.clamp(availability.relapses() - 1L, 0, MOST_DOUBLINGS);
        return INTERVAL.multipliedBy(1L << doublings);
    }

    private void prepare() {
        database.ping();
        migrations.forEach(migrator::migrate);
        availability.prepared();
    }

    Database database() {
        return database;
    }

    private static boolean isInUse(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == IN_USE);
    }

    @Override
    public void close() {
        task.close();
    }
}
