package tickertape.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import tickertape.testing.FakeTime;

/// An H2 database in memory with the tables of some features; it can be taken away and given back.
public final class TestDatabase implements AutoCloseable {

    private final FakeTime time = new FakeTime();
    private final JdbcConnectionPool pool = JdbcConnectionPool.create(
            "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=100".formatted(UUID.randomUUID()), "test", "");
    private final Availability availability = new Availability(time);
    private final DatabaseMetrics metrics = new DatabaseMetrics(availability);
    private final DataSource source = switched();
    private final Database database = new Database(source, Dialect.H2, availability, metrics, time::nanoTime);
    private final WriteQueues queues =
            new WriteQueues(database, Thread.ofPlatform().daemon().factory(), time::nanoTime);
    private volatile boolean away;

    private TestDatabase() {}

    /// A database whose tables are those of these features.
    public static TestDatabase with(String... features) {
        TestDatabase database = new TestDatabase();
        database.prepare(features);
        return database;
    }

    /// A database that nobody has looked at yet.
    static TestDatabase untouched() {
        return new TestDatabase();
    }

    private void prepare(String... features) {
        Arrays.stream(features).map(Migrations::new).forEach(migrator()::migrate);
        availability.prepared();
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
        return new WriteQueues(database, Thread.ofPlatform().daemon().factory(), time::nanoTime);
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
        return new SchemaMigrator(source, Dialect.H2, files);
    }

    DatabaseSupervisor supervisor(SchemaMigrator migrator, String... features) {
        return new DatabaseSupervisor(
                database,
                availability,
                migrator,
                Arrays.stream(features).map(Migrations::new).toList(),
                Thread.ofPlatform().daemon().factory(),
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
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            pool.dispose();
        }
    }
}
