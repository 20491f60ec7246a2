package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.web.ProblemException;

/// Somebody else has locked the bars.
class LockedHistoryTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");

    /// The connection would be cut only later, and with it all others.
    @Test
    void readOfALockedTableFailsAloneAndTheDatabaseStaysAvailable() throws SQLException {
        try (var database = TestDatabase.of(Dialect.POSTGRESQL, "history");
                var run = traded(database)) {
            boolean over = database.database().transaction(connection -> {
                execute(connection, "LOCK TABLE history_minute IN ACCESS EXCLUSIVE MODE");
                assertThatThrownBy(() -> run.candles("ACME", "PT1M"))
                        .hasMessage("the history is locked, or took too long: ask again, or for less")
                        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                        .satisfies(problem ->
                                assertThat(problem.getResponse().getStatus()).isEqualTo(503));
                assertThat(database.database().available()).isTrue();
                assertThat(run.candles("ACME", "P1D")).hasSize(1);
                return true;
            });

            assertThat(over).isTrue();
            assertThat(run.candles("ACME", "PT1M")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreLockedAreReadAsTheyWere(Dialect dialect) throws SQLException {
        try (var database = TestDatabase.of(dialect, "history");
                var run = traded(database)) {
            boolean over = database.database().transaction(connection -> {
                execute(connection, "UPDATE history_minute SET trades = 7");
                assertThat(run.candles("ACME", "PT1M"))
                        .singleElement()
                        .satisfies(minute -> assertThat(minute.trades()).isEqualTo(1));
                return true;
            });

            assertThat(over).isTrue();
        }
    }

    private static ServerRun traded(TestDatabase database) {
        database.time().set(MORNING);
        var run = new ServerRun(database, new ScriptedFeed("ACME"));
        run.trade("ACME", "10.00", "1").tick();
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();
        run.tickAfter(Duration.ofSeconds(1));
        return run;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
