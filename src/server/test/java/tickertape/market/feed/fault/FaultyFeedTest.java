package tickertape.market.feed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.trade;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;
import tickertape.wire.TradingHalt;

/// The feed works until the fault begins, and then does what the fault says.
class FaultyFeedTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Symbol BETA = new Symbol("BETA");
    private static final Trade ACMES = trade("ACME", "101.00", "1");
    private static final Trade BETAS = trade("BETA", "99.00", "1");

    private final ScriptedFeed healthy = new ScriptedFeed("ACME", "BETA");

    @BeforeEach
    void fill() {
        IntStream.range(0, 10).forEach(_ -> healthy.next(ACMES, BETAS));
    }

    @Test
    void haltedSymbolIsReportedOnce() {
        FaultyFeed feed = feed("halt:ACME");

        assertThat(feed.tick(NOON)).containsExactly(BETAS, new TradingHalt(ACME, NOON));
        assertThat(feed.tick(NOON)).containsExactly(BETAS);
        assertThat(feed.instruments()).isEqualTo(healthy.instruments());
    }

    @Test
    void haltWithoutSymbolsHaltsAll() {
        FaultyFeed feed = feed("halt");

        assertThat(feed.tick(NOON)).containsExactly(new TradingHalt(ACME, NOON), new TradingHalt(BETA, NOON));
        assertThat(feed.tick(NOON)).isEmpty();
    }

    @Test
    void stoppedFeedSendsNothing() {
        FaultyFeed feed = feed("stop");

        assertThat(feed.tick(NOON)).isEmpty();
        assertThat(feed.tick(NOON)).isEmpty();
    }

    @Test
    void stoppedFeedKeepsThePhaseAndForecastsNothing() {
        healthy.status = new MarketStatus(MarketPhase.OPEN, MarketPhase.CLOSED, NOON.plusSeconds(9), NOON);
        FaultyFeed feed = feed("stop@PT1S");

        feed.tick(NOON);
        assertThat(feed.status(NOON)).isEqualTo(healthy.status);

        feed.tick(NOON);
        assertThat(feed.status(NOON)).isEqualTo(new MarketStatus(MarketPhase.OPEN, null, null, NOON));
    }

    @Test
    void faultBeginsAfterItsDelayInTicks() {
        FaultyFeed feed = feed("stop@PT3S");

        assertThat(IntStream.range(0, 5).map(_ -> feed.tick(NOON).size())).containsExactly(2, 2, 2, 0, 0);
    }

    @Test
    void unknownSymbolIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed("halt:ACME,NOPE"))
                .withMessage("feed.fault halts [NOPE], not traded here");
    }

    private FaultyFeed feed(String fault) {
        return new FaultyFeed(healthy, FeedFault.of(fault), INTERVAL);
    }
}
