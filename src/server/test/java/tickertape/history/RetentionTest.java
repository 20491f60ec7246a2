package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;

/// Minutes are kept for so long (`history.keep`), hours and days for ever.
class RetentionTest {

    private static final Instant MORNING = Instant.parse("2026-09-01T14:30:00Z");
    private static final Duration PAUSE = Duration.ofHours(3);
    private static final int TRADES = 40 * 8;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void minutesThatAreOlderAreDeletedAndNothingElse(Dialect dialect) throws SQLException {
        try (var database = TestDatabase.of(dialect, "history")) {
            database.time().set(MORNING);
            List<Instant> traded = new ArrayList<>();
            try (var run = new ServerRun(database, new ScriptedFeed("ACME", "BETA"))) {
                run.trade("BETA", "20.00", "1").tick();
                // What is forming is written long before it is old.
                run.settle();
                for (int trade = 0; trade < TRADES; trade++) {
                    traded.add(database.time().instant());
                    run.trade("ACME", "10.00", "1").tick();
                    run.tickAfter(PAUSE);
                }
                run.settle();
            }

            Instant oldest = traded.getLast().truncatedTo(ChronoUnit.HOURS).minus(ServerRun.KEEP);
            try (var next = new ServerRun(database, new ScriptedFeed("ACME", "BETA")).afterATick()) {
                assertThat(starts(next, "ACME", "PT1M"))
                        .isEqualTo(traded.stream()
                                .filter(start -> !start.isBefore(oldest))
                                .toList())
                        .hasSizeLessThan(TRADES);
                assertThat(starts(next, "ACME", "PT1H")).hasSize(TRADES);
                assertThat(next.candles("ACME", "P1D").stream()
                                .mapToLong(Candle::trades)
                                .sum())
                        .isEqualTo(TRADES);
                assertThat(starts(next, "BETA", "PT1M"))
                        .as("it has not traded since")
                        .isEmpty();
                assertThat(starts(next, "BETA", "PT1H")).hasSize(1);
            }
        }
    }

    /// The week begins with days that are kept for ever.
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void weekThatFormsIsWholeAfterARestartThoughItsMinutesAreDeleted(Dialect dialect) throws SQLException {
        Duration day = Duration.ofDays(1);
        try (var database = TestDatabase.of(dialect, "history")) {
            // A Tuesday.
            database.time().set(MORNING);
            try (var run = new ServerRun(database, new ScriptedFeed("ACME", "BETA"), day)) {
                run.trade("ACME", "10.00", "1").tick();
                run.tickAfter(Duration.ofMinutes(1));
                run.trade("ACME", "12.00", "2").tick();
                // What is forming is written long before it is old.
                run.settle();
                for (int hour = 0; hour < 2 * 24; hour++) {
                    run.trade("BETA", "20.00", "1").tickAfter(Duration.ofHours(1));
                }
                run.settle();
            }

            try (var next = new ServerRun(database, new ScriptedFeed("ACME", "BETA"), day).afterATick()) {
                assertThat(starts(next, "ACME", "PT1M")).isEmpty();
                next.trade("ACME", "9.00", "3").tickAfter(Duration.ofSeconds(1));

                assertThat(next.candles("ACME", "P1W")).singleElement().satisfies(week -> {
                    assertThat(week.open()).isEqualByComparingTo("10.00");
                    assertThat(week.high()).isEqualByComparingTo("12.00");
                    assertThat(week.close()).isEqualByComparingTo("9.00");
                    assertThat(week.volume()).isEqualByComparingTo("6");
                });
            }
        }
    }

    private static List<Instant> starts(ServerRun run, String symbol, String interval) {
        return run.page(symbol, interval, null, null, "5000").candles().stream()
                .map(Candle::start)
                .toList();
    }
}
