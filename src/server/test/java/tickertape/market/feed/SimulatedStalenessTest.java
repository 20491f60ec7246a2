package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.MarketDriver;
import tickertape.market.feed.fault.FaultyFeed;
import tickertape.market.feed.fault.FeedFault;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// In the simulated market a quote turns stale soon when the feed stops, and hardly ever when it does not.
class SimulatedStalenessTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final List<Instrument> INSTRUMENTS = InstrumentList.first(50);
    private static final int HOUR = 4 * 3_600;

    private Instant now = ObservedInstrument.OPEN;

    @Test
    void hourOfABurstyMarketHasTwoFalseAlarmsAtMost() {
        MarketDriver market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT1H");

        assertThat(staleIn(market, HOUR)).isLessThanOrEqualTo(2);
    }

    @Test
    void hourOfCompressedDaysHasThreeAtMost() {
        MarketDriver market = market(TradingDay.compressed(Duration.ofMinutes(8), INTERVAL), Pace.BURSTY, "stop@PT1H");

        assertThat(staleIn(market, HOUR)).isLessThanOrEqualTo(3);
    }

    @Test
    void steadyMarketHasNone() {
        MarketDriver market = market(TradingDay.endless(INTERVAL), Pace.STEADY, "stop@PT1H");

        assertThat(staleIn(market, HOUR)).isZero();
    }

    @Test
    void feedThatStopsIsNoticedWithinSeconds() {
        MarketDriver market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT10M");
        staleIn(market, HOUR / 6);

        assertThat(staleIn(market, 12)).as("within 3 s").isZero();
        staleIn(market, 12);
        assertAllStale(market);
    }

    @Test
    void feedThatStopsAfterAQuarterOfAMinuteIsNoticedInAnother() {
        MarketDriver market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT15S");

        staleIn(market, 2 * HOUR / 240);

        assertAllStale(market);
    }

    @Test
    void feedThatStopsSoonAfterTheStartIsNoticedToo() {
        MarketDriver market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT1S");

        staleIn(market, HOUR / 12);

        assertAllStale(market);
    }

    @Test
    void ticksThatPauseForAMinuteNowAndThenRaiseNoAlarm() {
        MarketDriver market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT1H");

        long stale = 0;
        for (int minute = 0; minute < 30; minute++) {
            stale += staleIn(market, HOUR / 60);
            now = now.plusSeconds(60);
        }

        assertThat(stale).isZero();
    }

    private static void assertAllStale(MarketDriver market) {
        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.STALE);
    }

    private static MarketDriver market(TradingDay day, Pace pace, String fault) {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, day, pace);
        return new MarketDriver(new FaultyFeed(feed, FeedFault.of(fault), INTERVAL));
    }

    /// How many quotes turn stale in so many ticks.
    private long staleIn(MarketDriver market, int ticks) {
        long stale = 0;
        for (int tick = 0; tick < ticks; tick++) {
            now = now.plus(INTERVAL);
            stale += market.tick(now).quotes().stream()
                    .filter(quote -> quote.status() == QuoteStatus.STALE)
                    .count();
        }
        return stale;
    }
}
