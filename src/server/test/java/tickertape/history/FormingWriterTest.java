package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.TestDatabase;

/// The minute that is forming is all that is left of it after a kill.
class FormingWriterTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");

    /// Rows are written four times a second.
    private static final Duration ROUNDS = Duration.ofMillis(800);

    @AutoClose
    private final TestDatabase database = TestDatabase.with("history");

    /// A kill in between would lose a whole minute.
    @Test
    void minuteGivesWayToTheNextOnlyWhenItIsWrittenAsOneThatHasEnded() {
        database.time().set(MORNING);
        try (var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            run.trade("ACME", "10.00", "5").tick();
            run.settle();

            boolean kept = database.database().transaction(connection -> {
                lock(connection);
                database.time().pass(Duration.ofMinutes(1));
                run.trade("ACME", "11.00", "1").tick();
                await().during(ROUNDS).until(() -> forming() == MORNING.getEpochSecond());
                connection.rollback();
                return true;
            });

            assertThat(kept).isTrue();
            run.settle();
            assertThat(forming()).isEqualTo(MORNING.plusSeconds(60).getEpochSecond());
        }
    }

    /// A minute that is over before it is saved leaves the one before where it was.
    @Test
    void whatWasLeftOfAnOlderMinuteDoesNotReplaceIt() {
        database.time().set(MORNING);
        try (var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            run.trade("ACME", "10.00", "5").tick();
            run.settle();
            run.trade("ACME", "11.00", "7").tick();
            run.tickAfter(Duration.ofHours(2));
            run.trade("ACME", "12.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
            run.settle();
        }
        assertThat(forming()).isEqualTo(MORNING.getEpochSecond());

        try (var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            run.tickAfter(Duration.ofMinutes(1));

            assertThat(run.candles("ACME", "PT1M")).hasSize(2).first().satisfies(minute -> {
                assertThat(minute.volume()).isEqualByComparingTo("12");
                assertThat(minute.marks()).isEmpty();
            });
        }
    }

    // Nobody else can write the minute now.
    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO history_minute (id, volume, turnover, trades, marks) VALUES (?, 0, 0, 0, 0)")) {
            statement.setLong(1, BarTable.key(1, MORNING));
            statement.executeUpdate();
        }
    }

    private long forming() {
        return database.database().query(connection -> {
            try (var statement = connection.prepareStatement("SELECT started FROM history_forming WHERE id = 1");
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
