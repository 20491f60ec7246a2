package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.tape.Position;
import tickertape.testing.Tapes;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// A silence is noticed long after it has begun: the bars in which it began say so all the same.
class FeedSilenceTest {

    private static final int CAPACITY = 30;

    /// A minute and an hour end between the last trade and the moment in which that is noticed.
    private static final Instant LAST = Instant.parse("2026-11-23T15:59:10Z");

    /// In New York, a day does, too.
    private static final Instant LAST_OF_DAY = Instant.parse("2026-11-24T04:59:10Z");

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private ServerRun run;

    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void start() {
        begin(LAST);
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    private void begin(Instant last) {
        if (run != null) {
            run.close();
        }
        database.time().set(last.minusSeconds(60));
        run = new ServerRun(database, new ScriptedFeed("ACME"), false, CAPACITY);
        run.tick();
        run.trade("ACME", "10.00", "1").tick(quote(QuoteStatus.TRADING));
        database.time().set(last);
        run.trade("ACME", "10.00", "1").tick(quote(QuoteStatus.TRADING));
    }

    private Quote quote(QuoteStatus status) {
        return quote(status, database.time().instant());
    }

    private static Quote quote(QuoteStatus status, Instant heard) {
        return Samples.quote("ACME", Map.of("status", status, "time", heard));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void barsInWhichItBeganSaySoInMemoryAndInTheDatabase(boolean stored) {
        pass(stored);
        run.tick(quote(QuoteStatus.STALE, LAST));

        assertMarks(run, "15:59");
        run.settle();
        run.tickAfter(Duration.ofSeconds(1));
        assertMarks(run, "15:59");
        assertThat(marked(run, "PT5M")).containsExactly("15:55");
        assertThat(marked(run, "PT15M")).containsExactly("15:45");
        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick();
            assertMarks(next, "15:59");
        }
    }

    @Test
    void barsThatHadEndedComeOnceMoreOnTheStream() {
        pass(true);
        run.tick(quote(QuoteStatus.STALE, LAST));

        for (String interval : List.of("PT1S", "PT1M", "PT5M", "PT15M", "PT1H")) {
            List<Candle> ended = run.stream(new Position(Tapes.EPOCH, 0), "ACME", interval).stream()
                    .filter(Candle::complete)
                    .toList();
            assertThat(ended.getLast().marks()).as(interval).containsExactly(CandleMark.GAP);
            assertThat(ended.get(ended.size() - 2))
                    .as(interval)
                    .usingRecursiveComparison()
                    .ignoringFields("marks")
                    .isEqualTo(ended.getLast());
        }
    }

    @Test
    void dayInWhichItBeganSaysSo() {
        begin(LAST_OF_DAY);
        pass(true);
        run.tick(quote(QuoteStatus.STALE, LAST_OF_DAY));
        run.settle();

        assertThat(marked(run, "P1D")).containsExactly("05:00");
        assertThat(marked(run, "P1W")).hasSize(1);
        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick();
            assertThat(marked(next, "P1D")).containsExactly("05:00");
            assertThat(marked(next, "PT1H")).containsExactly("04:00");
            assertThat(marked(next, "P1W")).hasSize(1);
        }
    }

    @Test
    void marksWaitWhileTheDatabaseIsAway() {
        pass(true);
        database.goAway();
        run.tick(quote(QuoteStatus.STALE, LAST));
        database.recover();
        run.settle();

        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick();
            assertMarks(next, "15:59");
        }
    }

    /// Minutes that come later may take their places.
    @Test
    void marksAreWrittenAlsoWhereTheirRowsWereLost() {
        pass(true);
        database.goAway();
        run.tick(quote(QuoteStatus.STALE, LAST));
        for (int minute = 0; minute < CAPACITY + 20; minute++) {
            run.trade("ACME", "10.00", "1").tick(quote(QuoteStatus.TRADING));
            run.tickAfter(Duration.ofMinutes(1));
        }
        database.recover();
        run.settle();

        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick();
            assertThat(marked(next, "PT1M")).contains("15:59");
            assertThat(marked(next, "PT1H")).contains("15:00");
        }
    }

    @Test
    void minuteWithoutATradeInWhichItBeganMakesItsHourSaySo() {
        database.time().set(Instant.parse("2026-11-23T17:05:10Z"));
        run.trade("ACME", "10.00", "1").tick(quote(QuoteStatus.TRADING));
        database.time().pass(Duration.ofMinutes(1));
        run.tick(quote(QuoteStatus.TRADING));
        Instant heard = database.time().instant();
        database.time().set(Instant.parse("2026-11-23T18:00:40Z"));
        run.tick(quote(QuoteStatus.STALE, heard));
        run.settle();

        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick();
            assertThat(marked(next, "PT1M")).isEmpty();
            assertThat(marked(next, "PT1H")).containsExactly("17:00");
        }
    }

    /// A symbol that is traded seldom had nothing to say before the feed broke.
    @Test
    void silenceOfAllSymbolsBeginsWithTheLastNewsOfAny() {
        database.time().set(LAST.plusSeconds(600));
        run.tick();
        database.time().pass(Duration.ofMinutes(1));
        run.next.silentSince = LAST.plusSeconds(610);
        run.tick(quote(QuoteStatus.STALE, LAST));

        assertThat(marked(run, "PT1M")).isEmpty();
        assertThat(marked(run, "PT1H")).isEmpty();
    }

    @Test
    void silenceBeginsWithTheSessionAtTheEarliest() {
        database.time().set(LAST.plusSeconds(70));
        run.tick(quote(QuoteStatus.CLOSED, LAST));
        database.time().set(Instant.parse("2026-11-24T14:30:00Z"));
        run.tick(quote(QuoteStatus.TRADING, LAST));
        database.time().pass(Duration.ofMinutes(2));
        run.tick(quote(QuoteStatus.STALE, LAST));

        assertThat(marked(run, "PT1M")).isEmpty();
        assertThat(marked(run, "P1D")).isEmpty();
    }

    @Test
    void rangeThatEndsWithTheNewestBarIsNotForEver() {
        pass(true);
        assertThat(isForEver("PT1M")).isFalse();
        assertThat(isForEver("PT1H")).isFalse();

        run.tick(quote(QuoteStatus.STALE, LAST));
        run.settle();
        run.trade("ACME", "11.00", "1").tick(quote(QuoteStatus.TRADING));
        run.tickAfter(Duration.ofSeconds(1));

        assertThat(isForEver("PT1M")).isTrue();
        assertThat(isForEver("PT1H")).isTrue();
        assertMarks(run, "15:59");
    }

    private boolean isForEver(String interval) {
        return run.page("ACME", interval, "2026-11-23T15:00:00Z", "2026-11-23T16:00:00Z", null)
                .closed();
    }

    /// The minute and the hour end; then, only the database may know them.
    private void pass(boolean stored) {
        run.tickAfter(Duration.ofSeconds(55));
        if (stored) {
            run.forgetStored();
        }
        run.tickAfter(Duration.ofSeconds(30));
    }

    private static void assertMarks(ServerRun of, String minute) {
        assertThat(marked(of, "PT1M")).first().isEqualTo(minute);
        assertThat(marked(of, "PT1M")).doesNotContain("15:58");
        assertThat(marked(of, "PT1H")).first().isEqualTo("15:00");
        assertThat(marked(of, "P1D")).containsExactly("05:00");
    }

    private static List<String> marked(ServerRun of, String interval) {
        return of.page("ACME", interval, null, null, "5000").candles().stream()
                .filter(candle -> candle.marks().contains(CandleMark.GAP))
                .map(candle -> candle.start().toString().substring(11, 16))
                .toList();
    }
}
