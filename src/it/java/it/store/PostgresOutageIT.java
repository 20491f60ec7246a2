package it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.fault.Fault;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// PostgreSQL that is away, locked, full, silent, or started again.
class PostgresOutageIT extends DatabaseOutages {

    PostgresOutageIT() {
        super(new PostgresServer());
    }

    @Test
    @Order(6)
    void rowsWaitWhileTheDatabaseIsFull() throws SQLException {
        execute("""
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$""");
        execute("""
                CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON continuation_prices
                FOR EACH STATEMENT EXECUTE FUNCTION full_disk()""");

        await().until(() -> server.log().contains("Rows of continuation wait"));
        assertThat(quotes(50)).isNotEmpty();
        assertThat(health().available()).isTrue();
        assertThat(health().waiting()).isPositive();
        assertThat(health().paused()).isEqualTo("continuation");
        assertThat(health().reason()).startsWith("ERROR: could not extend file");
        assertThat(server.log()).contains("because they can't be written: ERROR: could not extend file");

        execute("DROP TRIGGER full_disk ON continuation_prices");
        awaitWritten();
        assertThat(health().lost()).isZero();
        await().until(() -> health().paused().isEmpty());
    }

    @Test
    @Order(7)
    void databaseThatFallsSilentIsNoticed() {
        proxy.suffer(new Fault.Stall());
        await().until(() -> !health().available());
        assertThat(quotes(50)).isNotEmpty();

        proxy.suffer(new Fault.None());
        awaitAvailable();
        awaitWritten();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
