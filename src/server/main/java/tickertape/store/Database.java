package tickertape.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// The one database of the server. Safe for any thread.
///
/// Nobody waits for it for long: connecting is bounded by the data source, each statement by a time limit, and
/// while it does not answer, work is refused at once. So is work that may write while the disk is full. Never call it
/// on the thread of the tick.
public final class Database {

    /// The longest that one statement takes.
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int PING_SECONDS = 2;

    private final DataSource source;
    private final Dialect dialect;
    private final Availability availability;
    private final DatabaseMetrics metrics;
    final ThreadFactory threads;
    private final LongSupplier nanoTime;

    /// @param threads makes a thread for work that must not be interrupted
    /// @param nanoTime a monotonic clock
    Database(
            DataSource source,
            Dialect dialect,
            Availability availability,
            DatabaseMetrics metrics,
            ThreadFactory threads,
            LongSupplier nanoTime) {
        this.source = source;
        this.dialect = dialect;
        this.availability = availability;
        this.metrics = metrics;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /// Runs the work in a transaction of its own, and commits it unless it throws.
    ///
    /// Throws `DatabaseException` when that fails, at once while the database does not answer. Even then it may
    /// have been committed, if the connection broke at the last moment. What else the work throws passes through.
    public <T> T transaction(SqlWork<T> work) {
        availability.requireAnswer();
        availability.requireRoom();
        return measured(connection -> inTransaction(connection, work));
    }

    /// Runs queries without a transaction, which costs less where one is enough: each sees what is committed when it
    /// begins. Its time limit is that of the data source (server.xml), less than the driver waits for an answer: a
    /// query that is too slow fails alone. Throws as [#transaction] does.
    public <T> T query(SqlWork<T> work) {
        availability.requireAnswer();
        return measured(connection -> alone(connection, work));
    }

    /// Waits until everything that is committed outlives a kill of the server: H2 writes it to its file a moment after
    /// the commit. Throws as [#transaction] does.
    public void sync() {
        var _ = query(connection -> {
            dialect.sync(connection);
            return true;
        });
    }

    /// As [#transaction], on a thread of its own that nobody interrupts: an interrupt would make H2 close its file for
    /// ever. Who waits here may be interrupted; then the work goes on without them.
    public <T> T transactionApart(SqlWork<T> work) throws InterruptedException {
        try {
            return begin(() -> transaction(work)).get();
        } catch (ExecutionException failure) {
            throw BackgroundWork.unwrapped(failure);
        }
    }

    /// Runs work on such a thread, and does not wait for it.
    <T> Future<T> begin(Supplier<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor(threads);
        Future<T> result = thread.submit(work::get);
        // It ends after that.
        thread.shutdown();
        return result;
    }

    /// Work with a connection of its own.
    @FunctionalInterface
    interface OwnWork<T> {
        T run() throws SQLException;
    }

    /// As [#transaction], for work that gets its connection and ends its transaction itself.
    <T> T guard(OwnWork<T> work) {
        availability.requireAnswer();
        long start = nanoTime.getAsLong();
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } catch (SQLException e) {
            boolean retryable = SqlFailures.isRetryable(e);
            if (retryable && !answers()) {
                throw away(e);
            }
            throw new DatabaseException(SqlFailures.message(e), retryable, e);
        } catch (AssertionError e) {
            throw inDoubt(e);
        } finally {
            metrics.transaction(Duration.ofNanos(nanoTime.getAsLong() - start), done);
        }
    }

    private boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(PING_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /// Whether the database answered when it was last asked.
    public boolean available() {
        return availability.state().available();
    }

    /// A monotonic clock.
    LongSupplier nanoTime() {
        return nanoTime;
    }

    /// Whether it takes rows: it answers, and its disk is not full.
    public boolean isWritable() {
        return availability.isWritable();
    }

    /// As [#transaction], but asks even a database that did not answer before. Only that makes it available again: an
    /// answer to older work may come after a failure of newer.
    <T> T attempt(SqlWork<T> work) {
        T result = measured(connection -> inTransaction(connection, work));
        availability.answered();
        return result;
    }

    private <T> T measured(Function<Connection, T> use) {
        long start = nanoTime.getAsLong();
        boolean done = false;
        try (Connection connection = connection()) {
            T result = use.apply(connection);
            done = true;
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(SqlFailures.message(e), true, e);
        } catch (AssertionError e) {
            throw inDoubt(e);
        } finally {
            metrics.transaction(Duration.ofNanos(nanoTime.getAsLong() - start), done);
        }
    }

    /// Asks whether the database answers; throws `DatabaseException` when it does not.
    void ping() {
        var _ = attempt(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("SELECT 1");
            }
        });
    }

    /// A connection for who keeps it; throws `DatabaseException`.
    Connection connection() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private DatabaseException away(SQLException failure) {
        String message = SqlFailures.message(failure);
        availability.failed(message);
        return DatabaseException.away(message, failure);
    }

    private <T> T inTransaction(Connection connection, SqlWork<T> work) {
        try {
            connection.setAutoCommit(false);
            dialect.limit(connection, LIMIT);
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            Rollback.of(connection, e);
            throw isBroken(connection, e)
                    ? away(e)
                    : new DatabaseException(SqlFailures.message(e), SqlFailures.isRetryable(e), e);
        } catch (RuntimeException | Error e) {
            Rollback.of(connection, e);
            throw e;
        }
    }

    // After a write to its file has failed, H2 may count its readers wrongly, and would wait for ever for a right
    // count.
    // Its own check (jvm.options) ends that, and all connections of that time have to go.
    private DatabaseException inDoubt(AssertionError check) {
        if (!SqlFailures.isOfDriver(check)) {
            throw check;
        }
        String message = "H2 has lost count after a write that failed: " + check.getMessage();
        availability.failed(message);
        return DatabaseException.away(message, check);
    }

    private <T> T alone(Connection connection, SqlWork<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw isBroken(connection, e)
                    ? away(e)
                    : new DatabaseException(SqlFailures.message(e), SqlFailures.isRetryable(e), e);
        }
    }

    // Locked or full is not away: others may still be served.
    private static boolean isBroken(Connection connection, SQLException failure) {
        try {
            return !connection.isValid(PING_SECONDS);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return true;
        }
    }
}
