package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.market.feed.fault.FaultyFeed;
import tickertape.market.feed.fault.FeedFault;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// In the simulated market staleness is told when there is a reason, soon, and hardly ever without one.
class FreshnessTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final List<Instrument> INSTRUMENTS = InstrumentList.first(50);
    private static final int HOUR = 4 * 3_600;

    private Instant now = Observed.OPEN;

    @Test
    void hourOfABurstyMarketHasHardlyAFalseAlarm() {
        Market market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT1H");

        assertThat(staleTold(market, HOUR)).isLessThanOrEqualTo(2);
    }

    @Test
    void compressedDaysHaveHardlyMore() {
        Market market = market(TradingDay.compressed(Duration.ofMinutes(8), INTERVAL), Pace.BURSTY, "stop@PT1H");

        assertThat(staleTold(market, HOUR)).isLessThanOrEqualTo(3);
    }

    @Test
    void steadyMarketHasNone() {
        Market market = market(TradingDay.endless(INTERVAL), Pace.STEADY, "stop@PT1H");

        assertThat(staleTold(market, HOUR)).isZero();
    }

    @Test
    void feedThatStopsIsMissedWithinSeconds() {
        Market market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT10M");
        staleTold(market, HOUR / 6);

        assertThat(staleTold(market, 12)).as("within 3 s").isZero();
        staleTold(market, 12);
        assertAllStale(market);
    }

    @Test
    void feedThatStopsAfterAQuarterOfAMinuteIsMissedInAnother() {
        Market market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT15S");

        staleTold(market, 2 * HOUR / 240);

        assertAllStale(market);
    }

    @Test
    void feedThatStopsSoonAfterTheStartIsMissedToo() {
        Market market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT1S");

        staleTold(market, HOUR / 12);

        assertAllStale(market);
    }

    @Test
    void beatThatStandsStillForAMinuteNowAndThenRaisesNoAlarm() {
        Market market = market(TradingDay.endless(INTERVAL), Pace.BURSTY, "stop@PT1H");

        long stale = 0;
        for (int minute = 0; minute < 30; minute++) {
            stale += staleTold(market, HOUR / 60);
            now = now.plusSeconds(60);
        }

        assertThat(stale).isZero();
    }

    private static void assertAllStale(Market market) {
        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.STALE);
    }

    private static Market market(TradingDay day, Pace pace, String fault) {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, day, pace);
        return new Market(new FaultyFeed(feed, FeedFault.of(fault), INTERVAL));
    }

    /// How many quotes turn stale in so many ticks.
    private long staleTold(Market market, int ticks) {
        long stale = 0;
        for (int tick = 0; tick < ticks; tick++) {
            now = now.plus(INTERVAL);
            market.listen(now);
            stale += market.publish().quotes().stream()
                    .filter(quote -> quote.status() == QuoteStatus.STALE)
                    .count();
        }
        return stale;
    }
}
