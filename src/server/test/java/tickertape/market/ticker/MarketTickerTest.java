package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tickertape.market.Samples.trade;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.market.Tick;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// A beat fires what the market brought, and no failure gets past it.
class MarketTickerTest {

    /// More ticks than anybody has patience for.
    private static final int MANY = 1_000;

    private final ScriptedFeed feed = new ScriptedFeed("ACME");
    private final FiredTicks fired = new FiredTicks();
    private final LogRecords log = new LogRecords(MarketTicker.class);
    private final FakeTime time = new FakeTime();
    private final MarketTicker ticker = new MarketTicker();
    private int failed;

    // The container's part.
    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment")
    void wire() {
        ticker.market = new Market(feed);
        ticker.ticks = fired;
        ticker.clock = time;
        ticker.metrics = new MarketMetrics() {
            @Override
            void fail() {
                failed++;
            }
        };
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
        ticker.tick();

        assertThat(fired.ticks.getFirst().status())
                .isEqualTo(new MarketStatus(MarketPhase.OPEN, null, null, time.instant()));
        assertThat(fired.ticks.getLast()).isEqualTo(new Tick(null, List.of(), List.of()));
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
        assertThat(failed).isEqualTo(2);
    }

    @Test
    void quotesOfAFeedThatFailsTurnStale() {
        feed.next(trade("ACME", "101.00", "1"));
        IntStream.range(0, MANY).forEach(_ -> feed.next(trade("OTHER", "1.00", "1")));

        IntStream.range(0, MANY).forEach(_ -> ticker.tick());

        assertThat(fired.ticks).hasSize(MANY);
        assertThat(quotes())
                .extracting(Quote::seq, Quote::status)
                .containsExactly(tuple(1L, QuoteStatus.TRADING), tuple(2L, QuoteStatus.STALE));
    }

    @Test
    void clockSetBackByAnHourTurnsNothingStaleAndBreaksNoSequence() {
        IntStream.range(0, MANY).forEach(_ -> feed.next(trade("ACME", "101.00", "1")));

        for (int beat = 0; beat < MANY; beat++) {
            time.pass(Duration.ofMillis(250));
            if (beat == 20) {
                time.set(time.instant().minus(Duration.ofHours(1)));
            }
            ticker.tick();
        }

        assertThat(quotes())
                .extracting(Quote::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(quotes()).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(fired.ticks)
                .extracting(Tick::status)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
    }

    @Test
    void clockSetBackDoesNotHideThatAFeedHasGoneSilent() {
        feed.next(trade("ACME", "101.00", "1"));

        for (int beat = 0; beat < MANY; beat++) {
            time.set(time.instant().minus(Duration.ofHours(1)));
            ticker.tick();
        }

        assertThat(quotes()).extracting(Quote::status).containsExactly(QuoteStatus.TRADING, QuoteStatus.STALE);
    }

    @Test
    void observersFailureDoesNotEscapeEither() {
        fired.failure = new AssertionError("from an observer");

        ticker.tick();

        assertThat(log.levels()).containsExactly(Level.SEVERE);
    }

    private List<Quote> quotes() {
        return fired.ticks.stream().flatMap(tick -> tick.quotes().stream()).toList();
    }
}
