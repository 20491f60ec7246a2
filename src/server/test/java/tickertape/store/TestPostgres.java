package tickertape.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/// A real PostgreSQL that all unit tests share; each gets a database of its own.
final class TestPostgres {

    private static final String USER = "postgres";
    private static final int SOCKET_SECONDS = 15;

    // It ends with the process.
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Connections to a new database.
    static JdbcConnectionPool pool() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var source = new PGConnectionPoolDataSource();
        source.setURL(SERVER.getJdbcUrl(USER, name));
        // As in server.xml, but sooner.
        source.setOptions("-c statement_timeout=1000");
        source.setSocketTimeout(SOCKET_SECONDS);
        return JdbcConnectionPool.create(source);
    }
}
