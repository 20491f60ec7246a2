package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.market.Samples.trade;

import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A beat fires what the market brought, and no failure gets past it.
class MarketTickerTest {

    private final ScriptedFeed feed = new ScriptedFeed("ACME");
    private final FiredTicks fired = new FiredTicks();
    private final LogRecords log = new LogRecords(MarketTicker.class);
    private final MarketTicker ticker = new MarketTicker();

    // The container's part.
    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment")
    void wire() {
        ticker.market = new Market(feed);
        ticker.ticks = fired;
        log.listen();
    }

    @AfterEach
    void unwire() {
        log.close();
    }

    @Test
    void beatFiresOneTick() {
        feed.next(trade("ACME", "101.00", "1"));

        ticker.tick();

        assertThat(fired.ticks).hasSize(1);
        assertThat(fired.ticks.getFirst().trades()).hasSize(1);
    }

    @Test
    void beatWithoutNewsFiresAnEmptyTick() {
        ticker.tick();

        assertThat(fired.ticks).containsExactly(new Tick(List.of(), List.of()));
    }

    @Test
    void rowOfFailuresIsLoggedAtItsBeginningAndItsEnd() {
        feed.next(trade("OTHER", "1.00", "1"));
        feed.next(trade("OTHER", "1.00", "1"));
        feed.next();
        feed.next();

        for (int beat = 0; beat < 4; beat++) {
            ticker.tick();
        }

        assertThat(log.levels()).containsExactly(Level.SEVERE, Level.INFO);
        assertThat(fired.ticks).hasSize(2);
    }

    @Test
    void observersFailureDoesNotEscapeEither() {
        fired.failure = new AssertionError("from an observer");

        ticker.tick();

        assertThat(log.levels()).containsExactly(Level.SEVERE);
    }
}
