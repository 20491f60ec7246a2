package tickertape.history.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.history.WriteTerm;
import tickertape.market.LastPrice;
import tickertape.market.Leadership;
import tickertape.market.Tick;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.testing.LogRecords;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// The last prices are kept in the database, and read from it.
class PriceContinuationTest {

    private static final Symbol AAPL = new Symbol("AAPL");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Symbol MSFT = new Symbol("MSFT");

    @AutoClose
    private final TestDatabase test = TestDatabase.with("continuation");

    @AutoClose
    private final LogRecords log = new LogRecords(PriceContinuation.class);

    private final PriceContinuation continuation = new PriceContinuation(
            test.database(), test.queues(), WriteTerm.of(Leadership.ALONE), test.time()::nanoTime);

    @Test
    void firstRunHasNothingToGoOnFrom() {
        assertThat(continuation.lastPrices()).isEmpty();
    }

    @Test
    void newestPriceOfEachSymbolIsKept() {
        continuation.onTick(tick(quote(AAPL, "233.50", "230.00"), quote(MSFT, "412.10", "410.00")));
        continuation.onTick(tick(quote(AAPL, "233.75", "230.00")));
        test.time().pass(Duration.ofSeconds(1));
        continuation.onTick(tick());

        test.queues().close();

        assertThat(continuation.lastPrices())
                .isEqualTo(Map.of(AAPL, stored("233.75", "230.00"), MSFT, stored("412.10", "410.00")));
    }

    @Test
    void pricesOfTheSameSecondAreHandedOverTogether() {
        continuation.onTick(tick(quote(AAPL, "233.50", "230.00")));

        test.queues().close();

        assertThat(continuation.lastPrices()).isEmpty();
    }

    @Test
    void databaseThatIsAwayLetsTheMarketBeginAnewAndSaysSo() {
        log.listen();
        test.goAway();

        assertThat(continuation.lastPrices()).isEmpty();
        assertThat(log.lines())
                .containsExactly("The market begins anew, because its last prices can't be read:"
                        + " The database is not available: it is away");
    }

    /// The day is over: the next one is compared with its close.
    @Test
    void lastPriceOfAClosedMarketIsThePreviousCloseOfTheNextRun() {
        Instant time = Instant.parse("2026-11-23T09:30:00Z");
        Quote quote = quote(AAPL, "233.50", "230.00");
        continuation.onTick(
                new Tick(time, new MarketStatus(MarketPhase.CLOSED, null, null, time), List.of(), List.of(quote)));
        test.time().pass(Duration.ofSeconds(1));
        continuation.onTick(tick());
        test.queues().close();

        assertThat(continuation.lastPrices()).isEqualTo(Map.of(AAPL, stored("233.50", "233.50")));
    }

    /// The server may stand still at midnight.
    @ParameterizedTest
    @EnumSource
    void lastPriceOfADayBeforeIsThePreviousCloseWhereDaysAreThoseOfAZone(Dialect dialect) throws SQLException {
        try (var database = TestDatabase.of(dialect, "continuation")) {
            var before = new PriceContinuation(
                    database.database(), database.queues(), WriteTerm.of(Leadership.ALONE), database.time()::nanoTime);
            before.onTick(tick(quote(AAPL, "233.50", "230.00")));
            database.time().pass(Duration.ofSeconds(1));
            before.onTick(tick());
            database.queues().close();

            assertThat(before.lastPrices(Instant.parse("2026-11-24T04:59:00Z"), NEW_YORK))
                    .isEqualTo(Map.of(AAPL, stored("233.50", "230.00")));
            assertThat(before.lastPrices(Instant.parse("2026-11-24T05:00:00Z"), NEW_YORK))
                    .isEqualTo(Map.of(AAPL, stored("233.50", "233.50")));
            assertThat(before.lastPrices()).isEqualTo(Map.of(AAPL, stored("233.50", "230.00")));
        }
    }

    @Test
    void pricesThatWereNotReadAreNotReplacedWithoutAWord() {
        test.goAway();
        assertThat(continuation.lastPrices()).isEmpty();
        log.listen();
        test.recover();
        for (String price : List.of("1.00", "2.00")) {
            continuation.onTick(tick(quote(AAPL, price, "1.00")));
            test.time().pass(Duration.ofSeconds(1));
            continuation.onTick(tick());
        }

        assertThat(log.lines())
                .containsExactly(
                        "The prices of this run take the place of those before, which were not read at its start");
    }

    /// Meanwhile another server has written newer ones.
    @Test
    void pricesOfAnEarlierTermAreNotWrittenInALaterOne() {
        var term = new AtomicLong(1);
        var queues = test.newQueues();
        var led = new PriceContinuation(test.database(), queues, WriteTerm.of(leadership(term)), test.time()::nanoTime);
        led.onTick(tick(quote(AAPL, "233.50", "230.00"), quote(MSFT, "412.10", "410.00")));
        term.set(2);
        led.onTick(tick(quote(MSFT, "415.00", "410.00")));
        test.time().pass(Duration.ofSeconds(1));
        led.onTick(tick());

        queues.close();

        assertThat(led.lastPrices()).isEqualTo(Map.of(MSFT, stored("415.00", "410.00")));
    }

    private static Leadership leadership(AtomicLong term) {
        return new Leadership() {
            @Override
            public long term() {
                return term.get();
            }

            @Override
            public boolean inTouch() {
                return true;
            }
        };
    }

    private static LastPrice stored(String last, String previousClose) {
        return new LastPrice(new BigDecimal(last).setScale(18), new BigDecimal(previousClose).setScale(18));
    }

    private static Tick tick(Quote... quotes) {
        return new Tick(
                Instant.parse("2026-11-23T09:30:00Z"),
                null,
                List.of(),
                Stream.of(quotes).toList());
    }

    private static Quote quote(Symbol symbol, String last, String previousClose) {
        BigDecimal price = new BigDecimal(last);
        BigDecimal close = new BigDecimal(previousClose);
        return new Quote(
                symbol,
                null,
                null,
                null,
                null,
                price,
                BigDecimal.TEN,
                price,
                price,
                price,
                close,
                price.subtract(close),
                BigDecimal.ONE,
                BigDecimal.TEN,
                1,
                Instant.parse("2026-11-23T09:30:00Z"),
                null,
                QuoteStatus.TRADING);
    }
}
