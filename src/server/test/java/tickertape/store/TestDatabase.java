package tickertape.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import tickertape.testing.FakeTime;

/// A database with the tables of some features, H2 in memory if nothing else is said; it can be taken away and given
/// back.
public final class TestDatabase implements AutoCloseable {

    private final FakeTime time = new FakeTime();
    private final Dialect dialect;
    private final JdbcConnectionPool pool;
    private final ThreadFactory threads = Thread.ofPlatform().daemon().factory();
    private final Availability availability = new Availability(time);
    private final DatabaseMetrics metrics = new DatabaseMetrics(availability);
    private final DataSource source = switched();
    private final Database database;
    private final WriteQueues queues;
    private volatile boolean away;

    private TestDatabase(Dialect dialect, JdbcConnectionPool pool) {
        this.dialect = dialect;
        this.pool = pool;
        database = new Database(source, dialect, availability, metrics, threads, time::nanoTime);
        queues = newQueues();
    }

    private static TestDatabase h2(String place) {
        return new TestDatabase(
                Dialect.H2,
                JdbcConnectionPool.create(
                        "jdbc:h2:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=100".formatted(place), "test", ""));
    }

    /// A database whose tables are those of these features.
    public static TestDatabase with(String... features) {
        return untouched().prepare(features);
    }

    /// The same in H2 or PostgreSQL.
    public static TestDatabase of(Dialect dialect, String... features) {
        return switch (dialect) {
            case H2 -> with(features);
            case POSTGRESQL -> new TestDatabase(dialect, TestPostgres.pool()).prepare(features);
        };
    }

    /// The same in a file of H2.
    static TestDatabase inFile(Path file, String... features) {
        return h2("file:" + file).prepare(features);
    }

    /// A database that nobody has looked at yet.
    static TestDatabase untouched() {
        return h2("mem:" + UUID.randomUUID());
    }

    private TestDatabase prepare(String... features) {
        Arrays.stream(features).map(Migrations::new).forEach(migrator()::migrate);
        availability.prepared();
        return this;
    }

    public Database database() {
        return database;
    }

    /// Queues with threads of their own; closing them writes what waits.
    public WriteQueues queues() {
        return queues;
    }

    /// Queues of another run of the server.
    public WriteQueues newQueues() {
        return new WriteQueues(database, threads, time::nanoTime);
    }

    public FakeTime time() {
        return time;
    }

    Availability availability() {
        return availability;
    }

    SchemaMigrator migrator() {
        return migrator(TestDatabase.class.getClassLoader());
    }

    SchemaMigrator migrator(ClassLoader files) {
        return new SchemaMigrator(source, dialect, files);
    }

    DatabaseSupervisor supervisor(SchemaMigrator migrator, String... features) {
        return new DatabaseSupervisor(
                database,
                availability,
                migrator,
                Arrays.stream(features).map(Migrations::new).toList(),
                threads,
                time::nanoTime);
    }

    /// From now on nobody gets a connection.
    public void goAway() {
        away = true;
        availability.failed("it is away");
    }

    /// From now on there are connections again; the server does not know it yet.
    public void comeBack() {
        away = false;
    }

    /// Runs one statement, and returns how many rows it changed.
    public int execute(String sql) {
        return database.attempt(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    private DataSource switched() {
        return (DataSource) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (away) {
                        throw new SQLNonTransientConnectionException("it is away", "08001");
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        queues.close();
        if (dialect == Dialect.POSTGRESQL) {
            pool.dispose();
            return;
        }
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            pool.dispose();
        }
    }
}
