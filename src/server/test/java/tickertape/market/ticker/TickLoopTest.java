package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tickertape.market.Samples.trade;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.Leadership;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.market.Tick;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// A tick publishes what the market brought, and no failure gets past it.
class TickLoopTest {

    /// More ticks than anybody has patience for.
    private static final int MANY = 1_000;

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final ScriptedFeed feed = new ScriptedFeed("ACME");
    private final List<Tick> published = new ArrayList<>();
    private final LogRecords log = new LogRecords(TickLoop.class);
    private final FakeTime time = new FakeTime();
    private final TickListeners listeners = new TickListeners(List.of(), time::nanoTime);
    private final MarketMetrics metrics = new MarketMetrics(listeners);
    private final TickLoop loop = loop(published::add);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void tickPublishesWhatTheMarketBrought() {
        feed.next(trade("ACME", "101.00", "1"));

        tick();

        assertThat(published).hasSize(1);
        assertThat(published.getFirst().trades()).hasSize(1);
    }

    @Test
    void tickWithoutNewsPublishesAnEmptyTick() {
        tick();
        MarketStatus open = new MarketStatus(MarketPhase.OPEN, null, null, time.instant());
        tick();

        assertThat(published.getFirst().status()).isEqualTo(open);
        assertThat(published.getLast()).isEqualTo(new Tick(time.instant(), null, List.of(), List.of()));
    }

    @Test
    void rowOfFailuresIsLoggedAtItsStartAndItsEnd() {
        feed.next(trade("OTHER", "1.00", "1"));
        feed.next(trade("OTHER", "1.00", "1"));
        feed.next();
        feed.next();

        for (int tick = 0; tick < 4; tick++) {
            tick();
        }

        assertThat(log.levels()).containsExactly(Level.SEVERE, Level.INFO);
        assertThat(count("tickertape_ticks_failed")).isEqualTo(2);
    }

    @Test
    void quotesOfAFeedThatFailsTurnStale() {
        feed.next(trade("ACME", "101.00", "1"));
        IntStream.range(0, MANY).forEach(_ -> feed.next(trade("OTHER", "1.00", "1")));

        IntStream.range(0, MANY).forEach(_ -> tick());

        assertThat(published).hasSize(MANY);
        assertThat(quotes())
                .extracting(Quote::seq, Quote::status)
                .containsExactly(tuple(1L, QuoteStatus.TRADING), tuple(2L, QuoteStatus.STALE));
    }

    @Test
    void clockSetBackByAnHourMakesNothingStaleAndBreaksNoSequence() {
        IntStream.range(0, MANY).forEach(_ -> feed.next(trade("ACME", "101.00", "1")));

        for (int tick = 0; tick < MANY; tick++) {
            if (tick == 20) {
                time.set(time.instant().minus(Duration.ofHours(1)));
            }
            tick();
        }

        assertThat(quotes())
                .extracting(Quote::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(quotes()).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(published)
                .extracting(Tick::status)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
    }

    @Test
    void silenceOfTheFeedIsLoggedAtItsStartAndItsEnd() {
        feed.next(trade("ACME", "101.00", "1"));
        IntStream.range(0, MANY).forEach(_ -> feed.next());
        feed.next(trade("ACME", "102.00", "1"));

        IntStream.range(0, MANY + 2).forEach(_ -> tick());

        assertThat(log.levels()).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void clockSetOnByAnHourMovesTimesAndNothingElse() {
        IntStream.range(0, MANY).forEach(_ -> feed.next(trade("ACME", "101.00", "1")));

        tick();
        time.set(time.instant().plus(Duration.ofHours(1)));
        tick();

        assertThat(quotes()).extracting(Quote::seq).containsExactly(1L, 2L);
        assertThat(count("tickertape_ticks_skipped")).isZero();
    }

    @Test
    void clockSetBackDoesNotHideThatAFeedHasGoneSilent() {
        feed.next(trade("ACME", "101.00", "1"));

        for (int tick = 0; tick < MANY; tick++) {
            time.set(time.instant().minus(Duration.ofHours(1)));
            tick();
        }

        assertThat(quotes()).extracting(Quote::status).containsExactly(QuoteStatus.TRADING, QuoteStatus.STALE);
    }

    @Test
    void failureOfThePublisherDoesNotEscapeEither() {
        TickLoop failing = loop(tick -> {
            throw new AssertionError("from the publisher");
        });

        failing.run();

        assertThat(log.levels()).containsExactly(Level.SEVERE);
    }

    @Test
    void tickOfABurstIsSkippedAndCounted() {
        tick();
        loop.run();

        assertThat(published).hasSize(1);
        assertThat(count("tickertape_ticks_skipped")).isEqualTo(1);
    }

    @Test
    void listenersGetTheTickAfterThePublisherEvenIfThatFails() {
        Queue<String> calls = new ConcurrentLinkedQueue<>();
        TickListeners one =
                new TickListeners(List.of(new FakeListener("one", tick -> calls.add("listener"))), time::nanoTime);
        TickLoop failing = loop(
                tick -> {
                    calls.add("publisher, " + one.threads().getFirst().depth() + " waiting");
                    throw new IllegalStateException("the tape is torn");
                },
                one);

        failing.run();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.start(threads);
            Awaitility.await().until(() -> calls.size() == 2);
            one.close();
        }

        assertThat(calls).containsExactly("publisher, 0 waiting", "listener");
    }

    private TickLoop loop(TickPublisher publisher) {
        return loop(publisher, listeners);
    }

    private TickLoop loop(TickPublisher publisher, TickListeners listeners) {
        return new TickLoop(
                new Market(feed),
                Leadership.ALONE,
                publisher,
                listeners,
                INTERVAL,
                new ProgressMonitor(INTERVAL, time::nanoTime),
                metrics,
                time,
                time::nanoTime);
    }

    /// Runs the tick after the next interval.
    private void tick() {
        time.pass(INTERVAL);
        loop.run();
    }

    private double count(String name) {
        return metrics.collect().stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .map(CounterSnapshot.class::cast)
                .mapToDouble(counter -> counter.getDataPoints().getFirst().getValue())
                .sum();
    }

    private List<Quote> quotes() {
        return published.stream().flatMap(tick -> tick.quotes().stream()).toList();
    }
}
