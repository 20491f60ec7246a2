package it.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Instruments;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A server without any setting of the database but a password: H2 in a file of its own, which outlives the server.
///
/// Of tables that are half migrated, a unit test tells: the server is stopped by them as by those of a newer one.
@TestMethodOrder(OrderAnnotation.class)
class OwnFileIT {

    /// From the environment, under either name. The file refuses any other.
    private static final String PASSWORD = "fc0a3d";

    /// Two of a hundred prices would differ by more overnight, and this is all of them together.
    private static final BigDecimal CLOSE = new BigDecimal("0.004");

    @AutoClose
    private static LibertyServer server;

    private static Path file;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "40", "database_password", PASSWORD));
        file = server.directory().resolve("servers/tickertape/data/tickertape.mv.db");
    }

    @Test
    @Order(1)
    void fileLiesInTheServersDirectoryAndTheLogSaysSo() {
        await().until(() -> server.log().contains("the dashboard is at"));

        assertThat(file).isNotEmptyFile();
        String place = file.toString().replace(".mv.db", "");
        assertThat(server.log()).contains("database: H2 in " + place);
        assertThat(DatabaseHealth.of(server.uri()))
                .matches(DatabaseHealth::available)
                .returns(200, DatabaseHealth::ready);
        assertThat(server.log()).doesNotContain("Flyway", "The database is not available");
    }

    @Test
    @Order(2)
    void secondServerOnTheSameFileSaysWhyItDoesNotStart() {
        String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
        try (var second = LibertyServer.startRefused(Map.of("DATABASE_URL", url, "DATABASE_PASSWORD", PASSWORD))) {
            assertThat(second.log())
                    .contains("Tickertape does not start: another server has the database open, and each needs its own"
                            + " (database.url): ");
        }
        assertThat(DatabaseHealth.of(server.uri()).available()).isTrue();
    }

    @Test
    @Order(3)
    void marketGoesOnAfterItWasKilled() {
        Map<String, JsonObject> before = settled();
        server.kill();

        server.startAgain();

        Map<String, JsonObject> after = settled();
        assertThat(after).allSatisfy((symbol, quote) -> {
            BigDecimal last = number(before.get(symbol), "last");
            assertThat(number(quote, "last").subtract(last).abs().divide(last, MathContext.DECIMAL32))
                    .as("%s: %s, before %s", symbol, quote, last)
                    .isLessThan(CLOSE);
            assertThat(number(quote, "previousClose")).isEqualTo(number(before.get(symbol), "previousClose"));
        });
    }

    @Test
    @Order(4)
    void marketGoesOnAfterItWasStopped() {
        Map<String, JsonObject> before = settled();
        server.terminate();
        assertThat(server.log()).doesNotContain("were not written before the end");

        server.startAgain();

        assertThat(settled())
                .allSatisfy((symbol, quote) -> assertThat(number(quote, "last"))
                        .isBetween(
                                number(before.get(symbol), "last").multiply(BigDecimal.ONE.subtract(CLOSE)),
                                number(before.get(symbol), "last").multiply(BigDecimal.ONE.add(CLOSE))));
    }

    @Test
    @Order(5)
    void tablesOfANewerServerStopTheStart() throws SQLException {
        server.kill();
        execute("""
                INSERT INTO "continuation_schema_history"
                SELECT 99, '99', 'later', "type", 'V99__later.sql', 0, "installed_by", "installed_on", 0, TRUE
                FROM "continuation_schema_history" WHERE "version" = '1'""");

        String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
        try (var refused = LibertyServer.startRefused(Map.of("DATABASE_URL", url, "DATABASE_PASSWORD", PASSWORD))) {
            assertThat(refused.log())
                    .contains(
                            "Tickertape does not start: the tables of continuation are of version 99 (later), which this"
                                    + " server does not know");
            assertThat(refused.log().lines()).as("stack traces").noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private static void execute(String sql) throws SQLException {
        String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
        try (var connection = DriverManager.getConnection(url, "tickertape", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The newest quotes by symbol, once there is one of each and rows have been written after that.
    private static Map<String, JsonObject> settled() {
        Quotes.awaitOneOfEach(server.uri());
        long written = written();
        await().until(() -> written() > written + 80);
        Map<String, JsonObject> quotes = new HashMap<>();
        Quotes.atRest(server.uri())
                .getValuesAs(JsonObject.class)
                .forEach(quote -> quotes.put(quote.getString("symbol"), quote));
        assertThat(quotes.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Instruments.of(server.uri()).symbols());
        return quotes;
    }

    private static long written() {
        return Measures.of(server.uri())
                .count("tickertape_database_rows_total", "outcome", "written", "queue", "continuation");
    }

    private static BigDecimal number(@Nullable JsonObject quote, String name) {
        return requireNonNull(quote, name).getJsonNumber(name).bigDecimalValue();
    }
}
