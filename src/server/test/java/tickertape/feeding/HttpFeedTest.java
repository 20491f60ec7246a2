package tickertape.feeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.feeding.line.FeedLine;
import tickertape.feeding.line.LineParser;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.store.TestDatabase;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// What feeders send moves the market: which symbols there are, whose line counts, what is missing.
class HttpFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol OTHER = new Symbol("OTHER");

    @AutoClose
    private final TestDatabase test = TestDatabase.with("feeding");

    private final AtomicLong nanos = new AtomicLong(1);
    private final Sources sources = new Sources(10, nanos::get);
    private final LineQueue queue = new LineQueue(100);
    private final LineParser parser = new LineParser(false);
    private final AtomicLong confirmed = new AtomicLong();
    private final HttpFeed feed = feed(Map.of());
    private final SourceTracker a = sources.source("A");
    private final SourceTracker b = sources.source("B");

    private HttpFeed feed(Map<Symbol, LastPrice> lastPrices) {
        var memory = new ListedInstruments(test.database(), test.queues(), 10, lastPrices);
        var options = new HttpFeed.Options(new SourceRanks(List.of("A", "B")), SILENCE, "EUR", ZoneOffset.UTC);
        return new HttpFeed(queue, options, memory, new FeedLog(sources, nanos::get));
    }

    @Test
    void symbolIsListedByItsFirstLine() throws InterruptedException {
        send(a, trade("ACME", "10.25"));

        assertThat(feed.tick(NOON))
                .containsExactly(new Trade(ACME, new BigDecimal("10.25"), BigDecimal.ONE, NOON, null));
        assertThat(feed.discovered()).singleElement().satisfies(instrument -> {
            assertThat(instrument.symbol()).isEqualTo(ACME);
            assertThat(instrument.tickSize()).isEqualTo("0.01");
            assertThat(instrument.referencePrice()).isEqualTo("10.25");
            assertThat(instrument.currency()).isEqualTo("EUR");
        });
        feed.tick(NOON);
        assertThat(feed.discovered()).isEmpty();
    }

    @Test
    void previousCloseIsWhatTheFirstLineSays() throws InterruptedException {
        send(a, "{\"symbol\":\"ACME\",\"price\":10.5,\"size\":1,\"previousClose\":9.75}");

        feed.tick(NOON);

        assertThat(feed.discovered()).extracting(Instrument::referencePrice).containsExactly(new BigDecimal("9.75"));
    }

    @Test
    void finerPriceMakesTheTickFinerAndCoarserOnesAreWrittenAsFine() throws InterruptedException {
        send(a, trade("ACME", "10"));
        feed.tick(NOON);
        send(a, trade("ACME", "10.125"));
        send(a, "{\"symbol\":\"ACME\",\"bid\":10.1,\"ask\":10.25,\"bidSize\":1,\"askSize\":2}");

        List<MarketEvent> events = feed.tick(NOON);

        assertThat(feed.discovered()).extracting(Instrument::tickSize).containsExactly(new BigDecimal("0.001"));
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
        send(a, seq(5, "ACME"));

        feed.tick(NOON);
        assertThat(confirmed).hasValue(0);
        assertThat(a.info().seq()).isNull();
        feed.tick(NOON);

        assertThat(confirmed).hasValue(1);
        assertThat(a.info().seq()).isEqualTo(5);
    }

    @Test
    void lineThatCameBeforeIsNotTakenAgainUnlessTheSessionIsNew() throws InterruptedException {
        assertThat(send(a, seq(1, "ACME"))).isTrue();
        assertThat(send(a, seq(2, "ACME"))).isTrue();
        assertThat(send(a, seq(2, "ACME"))).isFalse();
        assertThat(send(a, seq(1, "ACME"))).isFalse();
        a.enter("next");
        assertThat(send(a, seq(1, "ACME"))).isTrue();

        assertThat(feed.tick(NOON)).hasSize(3);
        assertThat(feed.gaps()).isEmpty();
        assertThat(a.info().taken()).isEqualTo(3);
        assertThat(a.info().repeated()).isEqualTo(2);
        assertThat(a.info().seq()).isNull();
    }

    @Test
    void numbersThatAreMissingAreCountedAndMarkAllThatTheSourceLeads() throws InterruptedException {
        send(a, seq(1, "ACME"));
        send(b, trade("OTHER", "1"));
        feed.tick(NOON);
        assertThat(feed.gaps()).isEmpty();
        send(a, seq(5, "NEW"));

        feed.tick(NOON);

        assertThat(feed.gaps()).containsExactlyInAnyOrder(ACME, new Symbol("NEW"));
        assertThat(a.info().missed()).isEqualTo(3);
        feed.tick(NOON);
        assertThat(feed.gaps()).isEmpty();
    }

    @Test
    void preferredSourceWinsAndTheOtherStandsBy() throws InterruptedException {
        send(b, trade("ACME", "10"));
        send(a, trade("ACME", "11"));
        send(b, trade("ACME", "12"));

        assertThat(prices()).containsExactly("10", "11");
        assertThat(b.info().standby()).isEqualTo(1);
        assertThat(a.info().symbols()).isEqualTo(1);
        assertThat(b.info().symbols()).isZero();
    }

    @Test
    void otherTakesOverWhenThePreferredFallsSilentAndGivesBack() throws InterruptedException {
        send(a, trade("ACME", "10"));
        pass(SILENCE);
        send(b, trade("ACME", "11"));
        assertThat(prices()).containsExactly("10");
        pass(Duration.ofMillis(1));
        send(b, trade("ACME", "12"));
        assertThat(prices()).containsExactly("12");
        // What it had said before was held back.
        assertThat(feed.gaps()).containsExactly(ACME);
        send(a, trade("ACME", "13"));
        send(b, trade("ACME", "14"));

        assertThat(prices()).containsExactly("13");
        assertThat(feed.gaps()).isEmpty();
    }

    @Test
    void emptyLineIsASignOfLife() throws InterruptedException {
        send(a, trade("ACME", "10"));
        pass(SILENCE);
        a.hear(nanos.get());
        pass(SILENCE);
        send(b, trade("ACME", "11"));

        assertThat(prices()).containsExactly("10");
    }

    @Test
    void takeoverThatMissesNothingLeavesNoMark() throws InterruptedException {
        send(a, trade("ACME", "10"));
        feed.tick(NOON);
        pass(SILENCE.plusMillis(1));
        send(b, trade("ACME", "11"));

        assertThat(prices()).containsExactly("11");
        assertThat(feed.gaps()).isEmpty();
    }

    @Test
    void amongSourcesThatAreNotListedWhoeverLeadsGoesOn() throws InterruptedException {
        SourceTracker x = sources.source("X");
        SourceTracker y = sources.source("Y");
        send(x, trade("ACME", "1"));
        send(y, trade("ACME", "2"));
        assertThat(prices()).containsExactly("1");
        pass(SILENCE.plusMillis(1));
        send(y, trade("ACME", "3"));
        assertThat(prices()).containsExactly("3");
        send(x, trade("ACME", "4"));

        assertThat(prices()).isEmpty();
    }

    @Test
    void timesRiseAndNoneIsFromTheFuture() throws InterruptedException {
        send(a, trade("ACME", "1"), NOON.minusMillis(10));
        send(b, trade("OTHER", "1"), NOON.minusMillis(20));
        send(a, trade("ACME", "2"), NOON.plusMillis(5));

        assertThat(feed.tick(NOON))
                .extracting(MarketEvent::time)
                .containsExactly(NOON.minusMillis(10), NOON.minusMillis(10), NOON);
    }

    @Test
    void dayOfTheZoneBeginsAnew() {
        assertThat(feed.status(NOON).phase()).isEqualTo(MarketPhase.OPEN);
        assertThat(feed.status(NOON.plus(Duration.ofHours(12))).phase()).isEqualTo(MarketPhase.PRE);
        assertThat(feed.status(NOON.plus(Duration.ofHours(12))).phase()).isEqualTo(MarketPhase.OPEN);
    }

    @Test
    void symbolsAreListedAgainAfterARestart() throws InterruptedException {
        send(a, trade("ACME", "10.25"));
        send(a, trade("OTHER", "3"));
        feed.tick(NOON);
        test.queues().close();

        HttpFeed next = new HttpFeed(
                queue,
                new HttpFeed.Options(new SourceRanks(List.of()), SILENCE, "EUR", ZoneOffset.UTC),
                new ListedInstruments(
                        test.database(),
                        test.newQueues(),
                        10,
                        Map.of(
                                ACME,
                                new LastPrice(new BigDecimal("10.500000"), new BigDecimal("9.00")),
                                new Symbol("SIMULATED"),
                                new LastPrice(BigDecimal.ONE, BigDecimal.ONE))),
                new FeedLog(sources, nanos::get));

        assertThat(next.instruments()).extracting(Instrument::symbol).containsExactly(ACME, OTHER);
        assertThat(next.instruments()).extracting(Instrument::tickSize).containsExactly(
                new BigDecimal("0.01"), BigDecimal.ONE);
        assertThat(next.lastPrices())
                .isEqualTo(Map.of(ACME, new LastPrice(new BigDecimal("10.50"), new BigDecimal("9.00"))));
    }

    private List<String> prices() {
        return feed.tick(NOON).stream()
                .map(event -> ((Trade) event).price().toPlainString())
                .toList();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private boolean send(SourceTracker source, String line) throws InterruptedException {
        return send(source, line, NOON);
    }

    private boolean send(SourceTracker source, String line, Instant time) throws InterruptedException {
        FeedLine parsed = parser.parse(line);
        return source.take(parsed, time, nanos.get(), queue, confirmed::incrementAndGet);
    }

    private static String trade(String symbol, String price) {
        return "{\"symbol\":\"%s\",\"price\":%s,\"size\":1}".formatted(symbol, price);
    }

    private static String seq(long seq, String symbol) {
        return "{\"symbol\":\"%s\",\"price\":1,\"size\":1,\"seq\":%s}".formatted(symbol, Long.toString(seq));
    }
}
