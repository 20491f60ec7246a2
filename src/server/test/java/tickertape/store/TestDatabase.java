package tickertape.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import tickertape.testing.FakeTime;

/// A database with the tables of some features, H2 in memory if nothing else is said; it can be taken away and given
/// back.
public final class TestDatabase implements AutoCloseable {

    private final FakeTime time = new FakeTime();
    private final Dialect dialect;
    private final DataSource pool;
    private final Runnable dispose;
    private final ThreadFactory threads = Thread.ofPlatform().daemon().factory();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final Availability availability =
            new Availability(time, time::nanoTime, new DiskSpace("this test", left::get));
    private final DatabaseMetrics metrics = new DatabaseMetrics(availability);
    private final DataSource source = switched();
    private final Database database;
    private final WriteQueues queues;
    private volatile boolean away;

    private TestDatabase(Dialect dialect, JdbcConnectionPool pool) {
        this(dialect, pool, pool::dispose);
    }

    private TestDatabase(Dialect dialect, DataSource pool, Runnable dispose) {
        this.dialect = dialect;
        this.pool = pool;
        this.dispose = dispose;
        database = new Database(source, dialect, availability, metrics, threads, time::nanoTime);
        queues = newQueues();
    }

    private static TestDatabase h2(String place) {
        return new TestDatabase(Dialect.H2, JdbcConnectionPool.create(url(place), "test", ""));
    }

    private static String url(String place) {
        return "jdbc:h2:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=100".formatted(place);
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

    /// A database as a server has left it whose last migration of this feature was that version.
    public static TestDatabase ofVersion(Dialect dialect, String feature, String version) {
        TestDatabase old = of(dialect);
        old.migrator().flyway(new Migrations(feature), version).migrate();
        return old;
    }

    /// Applies the migrations of a feature that are missing, as the start of a server does.
    public void upgrade(String feature) {
        prepare(feature);
    }

    /// The same in a file of H2.
    static TestDatabase inFile(Path file, String... features) {
        return h2("file:" + file).prepare(features);
    }

    /// The same at a place of H2, without a pool, which would keep connections that are broken.
    static TestDatabase at(String place) {
        var source = new JdbcDataSource();
        source.setURL(url(place));
        source.setUser("test");
        return new TestDatabase(Dialect.H2, source, () -> {}).prepare();
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

    /// There are connections again, and the server has found that out.
    public void recover() {
        comeBack();
        database.ping();
    }

    /// From now on its disk is full.
    public void fill() {
        left.set(0);
    }

    /// The server looks how much room there is, as it does each second.
    public void look() {
        var _ = availability.lookForRoom();
    }

    /// There is room on its disk again; nobody has looked yet.
    public void free() {
        left.set(Long.MAX_VALUE);
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
            dispose.run();
            return;
        }
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            dispose.run();
        }
    }
}
