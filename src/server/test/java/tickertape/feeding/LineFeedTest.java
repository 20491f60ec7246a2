package tickertape.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.feeding.FeedRun.ACME;
import static tickertape.feeding.FeedRun.NOON;
import static tickertape.feeding.FeedRun.seq;
import static tickertape.feeding.FeedRun.trade;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.feed.ReferenceData;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// What feeders send moves the market: which symbols there are, what is confirmed, what is missing.
class LineFeedTest {

    private static final Symbol OTHER = new Symbol("OTHER");

    @TempDir
    private Path folder;

    @AutoClose
    private final FeedRun run = new FeedRun();

    @Test
    void symbolIsListedByItsFirstLine() throws InterruptedException {
        run.send(run.a, trade("ACME", "10.25"));

        assertThat(run.feed.tick(NOON))
                .containsExactly(new Trade(ACME, new BigDecimal("10.25"), BigDecimal.ONE, NOON, null));
        assertThat(run.feed.discovered()).singleElement().satisfies(instrument -> {
            assertThat(instrument.symbol()).isEqualTo(ACME);
            assertThat(instrument.tickSize()).isEqualTo("0.01");
            assertThat(instrument.referencePrice()).isEqualTo("10.25");
            assertThat(instrument.currency()).isEqualTo("EUR");
        });
        run.feed.tick(NOON);
        assertThat(run.feed.discovered()).isEmpty();
    }

    @Test
    void previousCloseIsWhatTheFirstLineSays() throws InterruptedException {
        run.send(run.a, "{\"symbol\":\"ACME\",\"price\":10.5,\"size\":1,\"previousClose\":9.75}");

        run.feed.tick(NOON);

        assertThat(run.feed.discovered())
                .extracting(Instrument::referencePrice)
                .containsExactly(new BigDecimal("9.75"));
    }

    @Test
    void finerPriceMakesTheTickFinerAndCoarserOnesAreWrittenAsFine() throws InterruptedException {
        run.send(run.a, trade("ACME", "10"));
        run.feed.tick(NOON);
        run.send(run.a, trade("ACME", "10.125"));
        run.send(run.a, "{\"symbol\":\"ACME\",\"bid\":10.1,\"ask\":10.25,\"bidSize\":1,\"askSize\":2}");

        List<MarketEvent> events = run.feed.tick(NOON);

        assertThat(run.feed.discovered()).extracting(Instrument::tickSize).containsExactly(new BigDecimal("0.001"));
        assertThat(events)
                .containsExactly(
                        new Trade(ACME, new BigDecimal("10.125"), BigDecimal.ONE, NOON, null),
                        new TopOfBook(
                                ACME,
                                new BigDecimal("10.100"),
                                new BigDecimal("10.250"),
                                BigDecimal.ONE,
                                BigDecimal.TWO,
                                NOON));
    }

    @Test
    void lineIsConfirmedWhenItsTickIsOver() throws InterruptedException {
        run.send(run.a, seq(5, "ACME"));

        run.feed.tick(NOON);
        assertThat(run.confirmed).hasValue(0);
        assertThat(run.a.info().seq()).isNull();
        run.feed.tick(NOON);

        assertThat(run.confirmed).hasValue(1);
        assertThat(run.a.info().seq()).isEqualTo(5);
    }

    @Test
    void lastTickIsConfirmedAtTheEnd() throws InterruptedException {
        run.send(run.a, seq(5, "ACME"));
        run.feed.tick(NOON);
        run.send(run.a, seq(6, "ACME"));

        run.feed.end();

        assertThat(run.confirmed).as("what has not gone through a tick is not").hasValue(1);
        assertThat(run.ended).hasValue(1);
    }

    @Test
    void lineThatCameBeforeIsNotTakenAgainUnlessTheSessionIsNew() throws InterruptedException {
        assertThat(run.send(run.a, seq(1, "ACME"))).isTrue();
        assertThat(run.send(run.a, seq(2, "ACME"))).isTrue();
        assertThat(run.send(run.a, seq(2, "ACME"))).isFalse();
        assertThat(run.send(run.a, seq(1, "ACME"))).isFalse();
        run.a.enter("next");
        assertThat(run.send(run.a, seq(1, "ACME"))).isTrue();

        assertThat(run.feed.tick(NOON)).hasSize(3);
        assertThat(run.feed.gaps()).isEmpty();
        assertThat(run.a.info().taken()).isEqualTo(3);
        assertThat(run.a.info().repeated()).isEqualTo(2);
        assertThat(run.a.info().seq()).isNull();
    }

    @Test
    void numbersThatAreMissingAreCountedAndMarkAllThatTheSourceLeads() throws InterruptedException {
        run.send(run.a, seq(1, "ACME"));
        run.send(run.b, trade("OTHER", "1"));
        run.feed.tick(NOON);
        assertThat(run.feed.gaps()).isEmpty();
        run.send(run.a, seq(5, "NEW"));

        run.feed.tick(NOON);

        assertThat(run.feed.gaps()).containsExactlyInAnyOrder(ACME, new Symbol("NEW"));
        assertThat(run.a.info().missed()).isEqualTo(3);
        run.feed.tick(NOON);
        assertThat(run.feed.gaps()).isEmpty();
    }

    @Test
    void timesRiseAndNoneIsFromTheFuture() throws InterruptedException {
        run.send(run.a, trade("ACME", "1"), NOON.minusMillis(10));
        run.send(run.b, trade("OTHER", "1"), NOON.minusMillis(20));
        run.send(run.a, trade("ACME", "2"), NOON.plusMillis(5));

        assertThat(run.feed.tick(NOON))
                .extracting(MarketEvent::time)
                .containsExactly(NOON.minusMillis(10), NOON.minusMillis(10), NOON);
    }

    @Test
    void dayOfTheZoneBeginsAnew() {
        assertThat(run.feed.status(NOON).phase()).isEqualTo(MarketPhase.OPEN);
        assertThat(run.feed.status(NOON.plus(Duration.ofHours(12))).phase()).isEqualTo(MarketPhase.PRE);
        assertThat(run.feed.status(NOON.plus(Duration.ofHours(12))).phase()).isEqualTo(MarketPhase.OPEN);
    }

    @Test
    void tickSizeOfTheFileStandsAndChangesWithIt() throws Exception {
        Path file = Files.writeString(folder.resolve("instruments.csv"), "symbol,tickSize\nACME,0.05\n");
        ReferenceData reference = ReferenceData.of(file, Optional.empty());
        LineFeed feed = run.feed(run.test.newQueues(), Map.of(), reference);
        run.send(run.a, trade("ACME", "10"));
        run.send(run.a, trade("ACME", "10.1500"));

        assertThat(feed.tick(NOON))
                .extracting(event -> ((Trade) event).price())
                .containsExactly(new BigDecimal("10.00"), new BigDecimal("10.15"));
        assertThat(feed.discovered()).extracting(Instrument::tickSize).containsExactly(new BigDecimal("0.05"));

        Files.writeString(file, "symbol,tickSize\nACME,0.005\n");
        reference.look();
        reference.look();
        run.send(run.a, trade("ACME", "10.155"));
        assertThat(feed.tick(NOON))
                .extracting(event -> ((Trade) event).price())
                .containsExactly(new BigDecimal("10.155"));
        assertThat(feed.discovered()).extracting(Instrument::tickSize).containsExactly(new BigDecimal("0.005"));

        Files.writeString(file, "symbol\nOTHER\n");
        reference.look();
        reference.look();
        run.send(run.a, trade("ACME", "10.1234"));
        feed.tick(NOON);
        assertThat(feed.discovered()).extracting(Instrument::tickSize).containsExactly(new BigDecimal("0.0001"));
    }

    @Test
    void tickSizeOfTheFileStandsAfterARestartToo() throws Exception {
        run.send(run.a, trade("ACME", "10.123"));
        run.feed.tick(NOON);
        run.test.queues().close();
        Path file = Files.writeString(folder.resolve("instruments.csv"), "symbol,tickSize\nACME,0.1\n");

        LineFeed next = run.feed(
                run.test.newQueues(),
                Map.of(ACME, new LastPrice(new BigDecimal("10.123"), new BigDecimal("9.00"))),
                ReferenceData.of(file, Optional.empty()));

        assertThat(next.instruments()).singleElement().satisfies(instrument -> {
            assertThat(instrument.tickSize()).isEqualTo("0.1");
            assertThat(instrument.referencePrice()).isEqualTo("10.1");
        });
        assertThat(next.lastPrices())
                .isEqualTo(Map.of(ACME, new LastPrice(new BigDecimal("10.1"), new BigDecimal("9.0"))));
    }

    @Test
    void symbolsAreListedAgainAfterARestart() throws InterruptedException {
        run.send(run.a, trade("ACME", "10.25"));
        run.send(run.a, trade("OTHER", "3"));
        run.feed.tick(NOON);
        run.test.queues().close();

        LineFeed next = run.feed(
                run.test.newQueues(),
                Map.of(
                        ACME,
                        new LastPrice(new BigDecimal("10.500000"), new BigDecimal("9.00")),
                        new Symbol("SIMULATED"),
                        new LastPrice(BigDecimal.ONE, BigDecimal.ONE)));

        assertThat(next.instruments()).extracting(Instrument::symbol).containsExactly(ACME, OTHER);
        assertThat(next.instruments())
                .extracting(Instrument::tickSize)
                .containsExactly(new BigDecimal("0.01"), BigDecimal.ONE);
        assertThat(next.lastPrices())
                .isEqualTo(Map.of(ACME, new LastPrice(new BigDecimal("10.50"), new BigDecimal("9.00"))));
    }
}
