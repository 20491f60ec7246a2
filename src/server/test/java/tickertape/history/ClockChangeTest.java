package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Bars that the database adds up, around the days on which clocks are changed.
class ClockChangeTest {

    private static final Symbol ACME = new Symbol("ACME");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29",
        "Europe/Berlin, 2026-10-25",
        "America/New_York, 2026-03-08",
        "America/New_York, 2026-11-01",
        "Australia/Lord_Howe, 2026-04-05",
        "Australia/Lord_Howe, 2026-10-04"
    })
    void barsOfSqlAreThoseOfANaiveReader(ZoneId zone, LocalDate change) throws SQLException {
        assertBars(Dialect.H2, zone, change);
        assertBars(Dialect.POSTGRESQL, zone, change);
    }

    private static void assertBars(Dialect dialect, ZoneId zone, LocalDate change) throws SQLException {
        var calendar = new BarCalendar(zone);
        Instant end = change.plusDays(9).atStartOfDay(zone).toInstant();
        try (var database = TestDatabase.of(dialect, "history")) {
            database.time().set(change.minusDays(9).atStartOfDay(zone).toInstant());
            var random = new Random(3);
            List<Trade> trades = new ArrayList<>();
            try (var run = run(database, calendar)) {
                while (database.time().instant().isBefore(end)) {
                    BigDecimal price = BigDecimal.valueOf(random.nextInt(900, 1100), 2);
                    trades.add(new Trade(
                            ACME, price, BigDecimal.ONE, database.time().instant(), null));
                    run.trade("ACME", price.toString(), "1").tick();
                    database.time().pass(Duration.ofMinutes(random.nextInt(1, 40)));
                }
                // The week has ended too, so all bars are in the database.
                run.tickAfter(Duration.ofDays(7));
                run.settle();
            }

            try (var later = run(database, calendar).afterATick()) {
                for (Interval interval :
                        List.of(Interval.FIVE_MINUTES, Interval.QUARTER, Interval.HOUR, Interval.DAY, Interval.WEEK)) {
                    assertThat(later.page("ACME", interval.text(), null, null, "5000")
                                    .candles())
                            .as("%s, %s", dialect, interval.text())
                            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("marks")
                            .isEqualTo(expected(interval, calendar, trades));
                }
            }
        }
    }

    private static ServerRun run(TestDatabase database, BarCalendar calendar) {
        return new ServerRun(database, new ScriptedFeed("ACME"), false, HistoryStore.CAPACITY, calendar);
    }

    private static List<Candle> expected(Interval interval, BarCalendar calendar, List<Trade> trades) {
        return Bars.of(interval, calendar, trades).stream()
                .map(bar -> bar.candle(ACME, interval, true))
                .toList();
    }
}
