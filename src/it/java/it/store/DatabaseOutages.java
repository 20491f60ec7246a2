package it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// What every database may do to a server: be away, come late, be locked, start again. Quotes go on, and rows are
/// written later.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class DatabaseOutages {

    private static final Pattern GONE = Pattern.compile("The database is not available, and quotes go on without it: ");
    private static final Pattern BACK = Pattern.compile("The database answers again, after PT");

    @AutoClose
    final RemoteDatabase database;

    @AutoClose
    final FaultyProxy proxy;

    @AutoClose
    LibertyServer server;

    DatabaseOutages(RemoteDatabase database) {
        this.database = database;
        proxy = new FaultyProxy(URI.create("http://127.0.0.1:%s/".formatted(database.port())));
    }

    @BeforeAll
    void startWithoutDatabase() {
        server = LibertyServer.start(Map.of(
                "DATABASE_URL",
                database.url(proxy.uri().getPort()),
                "DATABASE_USER",
                database.user(),
                "SIMULATOR_INSTRUMENTS",
                "5",
                "TICKER_INTERVAL",
                "PT0.1S"));
    }

    @Test
    @Order(1)
    void serverStartsWithoutItsDatabaseAndSaysSoOnce() {
        assertThat(quotes(50)).isNotEmpty();

        DatabaseHealth health = health();
        assertThat(health.available()).isFalse();
        assertThat(health.ready()).isEqualTo(200);
        assertThat(health.reason()).isNotEmpty();
        assertThat(health.waiting()).isPositive();
        assertThat(Measures.of(server.uri()).count("tickertape_database_available"))
                .isZero();
        assertThat(lines(GONE)).isEqualTo(1);
    }

    @Test
    @Order(2)
    void tablesAreMadeWhenTheDatabaseIsThere() {
        database.start();

        awaitAvailable();

        awaitWritten();
        assertThat(lines(BACK)).isEqualTo(1);
        assertThat(Measures.of(server.uri()).count("tickertape_database_available"))
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void rowsThatSomebodyLocksWaitAndNobodyElseDoes() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement
                    .executeQuery("SELECT * FROM continuation_prices FOR UPDATE")
                    .close();
            await().until(() -> health().waiting() > 0);

            assertThat(quotes(100)).isNotEmpty();
            assertThat(health().available()).isTrue();
            connection.rollback();
        }

        awaitWritten();
    }

    @Test
    @Order(4)
    void rowsWaitWhileTheDatabaseIsAwayAndAreWrittenWhenItIsBack() {
        int gone = lines(GONE);
        int back = lines(BACK);
        proxy.suffer(new Fault.Refuse());
        await().until(() -> !health().available());

        assertThat(quotes(100)).isNotEmpty();
        assertThat(health().waiting()).isPositive();
        assertThat(health().ready()).isEqualTo(200);

        proxy.suffer(new Fault.None());
        awaitAvailable();
        awaitWritten();
        assertThat(health().lost()).isZero();
        assertThat(lines(GONE) - gone).isEqualTo(1);
        assertThat(lines(BACK) - back).isEqualTo(1);
    }

    @Test
    @Order(5)
    void databaseThatStartsAgainIsFoundAgain() {
        database.stop();
        await().until(() -> !health().available());
        assertThat(quotes(50)).isNotEmpty();

        database.start();

        awaitAvailable();
        awaitWritten();
    }

    /// The changes of all quotes for a while; fails if one is missing.
    final List<Event> quotes(int count) {
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote"))) {
            stream.next("hello");
            List<Event> quotes = stream.next(count);
            Quotes.assertNoChangeIsMissing(
                    quotes.stream().filter(event -> event.is("quote")).toList());
            return quotes;
        }
    }

    final DatabaseHealth health() {
        return DatabaseHealth.of(server.uri());
    }

    final void awaitAvailable() {
        await().until(() -> health().available());
    }

    /// Waits until more rows were written than now.
    final void awaitWritten() {
        long before = written();
        await().until(() -> written() > before);
    }

    private long written() {
        return Measures.of(server.uri()).count("tickertape_database_rows_total", "outcome", "written");
    }

    private int lines(Pattern pattern) {
        return (int) pattern.matcher(server.log()).results().count();
    }
}
