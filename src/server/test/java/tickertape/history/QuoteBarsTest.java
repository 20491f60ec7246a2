package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Quote;

/// Bars of a feed that knows no trades, from the tick to the answer.
class QuoteBarsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private final ServerRun run = new ServerRun(database, new ScriptedFeed("ACME"));

    Dialect dialect() {
        return Dialect.H2;
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    @Test
    void feedWithoutTradesGivesBarsOfQuotesThatSaySo() {
        run.tick(quote("10.00", "10.10"));
        run.tick(quote("10.20", "10.30"));
        run.tick(quote("10.10", "10.30"));
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();

        Candle served = run.candles("ACME", "PT1M").getFirst();
        assertThat(served.marks()).contains(CandleMark.QUOTES);
        assertThat(List.of(served.open(), served.high(), served.low(), served.close()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("10.05"),
                        new BigDecimal("10.25"),
                        new BigDecimal("10.05"),
                        new BigDecimal("10.20"));
        assertThat(served.volume()).isZero();
        assertThat(served.vwap()).isNull();
    }

    @Test
    void onlyTradesCountAsSoonAsThereAreAny() {
        run.tick(quote("10.00", "10.10"));
        run.trade("ACME", "12.00", "1").tick(quote("11.00", "11.10"));
        database.time().pass(Duration.ofSeconds(1));
        run.tick(quote("13.00", "13.10"));

        assertThat(run.candles("ACME", "PT1M")).singleElement().satisfies(candle -> {
            assertThat(candle.low()).isEqualByComparingTo("12.00");
            assertThat(candle.high()).isEqualByComparingTo("12.00");
            assertThat(candle.marks()).isEmpty();
        });
    }

    /// As in a night before the first trade, or over a restart.
    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT5M", "PT15M", "PT1H", "P1D", "P1W"})
    void longerBarsAreOfTradesAloneWhereThereWereAny(String interval) {
        database.time().set(NOON);
        run.tick(quote("50.00", "50.10"));
        run.tickAfter(Duration.ofMinutes(1));
        run.trade("ACME", "12.00", "1").tick();
        run.trade("ACME", "13.00", "1").tick();
        run.tickAfter(Duration.ofMinutes(1));
        addQuoteBars();
        run.settle();
        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick(quote("90.00", "90.10"));
            assertThat(traded(next, interval)).as("forming").containsExactly("12.00 13.00 12.00 13.00");
            next.tickAfter(Duration.ofDays(8));
            next.settle();
            assertThat(traded(next, interval)).as("ended").containsExactly("12.00 13.00 12.00 13.00");
        }
        try (var last = new ServerRun(database, new ScriptedFeed("ACME"))) {
            last.tickAfter(Duration.ofDays(8));
            last.forgetStored();
            assertThat(traded(last, interval)).as("stored").containsExactly("12.00 13.00 12.00 13.00");
        }
    }

    // What a server without this rule left behind.
    private void addQuoteBars() {
        run.settle();
        for (int minute = 2; minute < 4; minute++) {
            database.execute("INSERT INTO history_minute (id, open, high, low, close, volume, turnover, trades, marks)"
                    + " VALUES (%s, 70, 70, 1, 70, 0, 0, 0, 32)"
                            .formatted(BarTable.key(1, NOON.plusSeconds(60L * minute))));
        }
    }

    private static List<String> traded(ServerRun run, String interval) {
        return run.candles("ACME", interval).stream()
                .filter(candle -> candle.trades() > 0)
                .peek(candle -> assertThat(candle.marks()).doesNotContain(CandleMark.QUOTES))
                .map(candle -> "%s %s %s %s".formatted(candle.open(), candle.high(), candle.low(), candle.close()))
                .toList();
    }

    @Test
    void quotesOfASymbolThatIsTradedDoNotCountAfterARestartEither() {
        database.time().set(NOON);
        run.trade("ACME", "12.00", "1").tick();
        run.tickAfter(Duration.ofDays(3));
        run.settle();
        try (var next = new ServerRun(database, new ScriptedFeed("ACME"))) {
            next.tick(quote("90.00", "90.10"));
            database.time().pass(Duration.ofMinutes(1));
            next.tick(quote("91.00", "91.10"));
            next.tickAfter(Duration.ofMinutes(1));

            assertThat(next.candles("ACME", "PT1M")).extracting(Candle::trades).containsExactly(1L);
            assertThat(next.candles("ACME", "P1D")).extracting(Candle::trades).containsExactly(1L);
        }
    }

    /// Such as when another feed is connected.
    @Test
    void quotesCountAgainWhereNothingWasTradedForAMonth() {
        database.time().set(NOON);
        run.trade("ACME", "12.00", "1").tick();
        run.tickAfter(Duration.ofDays(31));
        database.time().pass(Duration.ofSeconds(1));
        run.tick(quote("90.00", "90.10"));

        assertThat(run.candles("ACME", "P1D")).extracting(Candle::trades).containsExactly(1L, 0L);
    }

    /// Holidays may be longer than a week.
    @Test
    void quotesOfAFeedWithTradesDoNotCountAfterHolidays() {
        database.time().set(NOON);
        run.trade("ACME", "12.00", "1").tick();
        run.tickAfter(Duration.ofDays(11));
        run.tick(quote("90.00", "90.10"));

        assertThat(run.candles("ACME", "P1D")).extracting(Candle::trades).containsExactly(1L);
    }

    @Test
    void quotesOfWhatIsNotTradedDoNotCountWhereOthersAre() {
        try (var both = new ServerRun(database, new ScriptedFeed("ACME", "BETA"))) {
            both.trade("ACME", "12.00", "1").tick();
            both.tick(quote("BETA", "90.00", "90.10"));
            both.tickAfter(Duration.ofMinutes(1));

            assertThat(both.candles("BETA", "PT1M")).isEmpty();
            assertThat(both.candles("ACME", "PT1M")).hasSize(1);
        }
    }

    private static Quote quote(String bid, String ask) {
        return quote("ACME", bid, ask);
    }

    private static Quote quote(String symbol, String bid, String ask) {
        return Samples.quote(symbol, Map.of("bid", new BigDecimal(bid), "ask", new BigDecimal(ask)));
    }
}
