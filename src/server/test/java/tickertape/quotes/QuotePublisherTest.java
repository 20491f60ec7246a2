package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.market.Tick;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// What a tick brings is published in the topics it belongs to.
class QuotePublisherTest {

    private static final Instant NOON = Instant.parse("2026-01-05T17:00:00Z");
    private static final MarketStatus CLOSED = new MarketStatus(MarketPhase.CLOSED, null, null, NOON);
    private static final Trade TRADE =
            new Trade(new Symbol("ACME"), new BigDecimal("9.50"), new BigDecimal("100"), NOON, null);

    private final Market market = new Market(new ScriptedFeed("ACME"));
    private final TopicDefinition quote = QuoteBeans.quote(market);
    private final TopicDefinition trade = QuoteBeans.trade(market);
    private final TopicDefinition status = QuoteBeans.status();
    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(10, time, quote, trade, status);
    private final LatestQuotes latest = new LatestQuotes(market.instruments(), Tapes.EPOCH);
    private final LatestTrades latestTrades = new LatestTrades(Tapes.EPOCH);
    private final QuotePublisher publisher = publisher(JsonbProvider.create());

    @Test
    void quotesAndTheStatusAreTheStandardTopics() {
        assertThat(Set.of(quote, trade, status).stream()
                        .filter(TopicDefinition::standard)
                        .map(TopicDefinition::name))
                .containsExactlyInAnyOrder("quote", "status");
    }

    @Test
    void newStatusGoesBeforeTheTradesOfItsTick() {
        Cursor cursor = follow();

        publisher.publish(new Tick(NOON, CLOSED, List.of(TRADE), List.of()));

        assertThat(Tapes.text(cursor.next()))
                .startsWith("1:status={\"phase\":\"closed\",\"time\":\"2026-01-05T17:00:00.000000Z\"} 2:trade={");
    }

    @Test
    void latestStatusIsKeptForLaterReaders() {
        publisher.publish(new Tick(NOON, new MarketStatus(MarketPhase.OPEN, null, null, NOON), List.of(), List.of()));
        publisher.publish(new Tick(NOON, CLOSED, List.of(), List.of()));
        for (int tick = 0; tick < 20; tick++) {
            publisher.publish(new Tick(NOON, null, List.of(TRADE), List.of()));
        }

        assertThat(Tapes.text(cursor().next())).startsWith("2:status={\"phase\":\"closed\"");
    }

    @Test
    void tickWithoutNewsIsNoBatch() {
        publisher.publish(new Tick(NOON, null, List.of(), List.of()));

        assertThat(tape.end().offset()).isZero();
    }

    @Test
    void tradesThatCannotBePublishedAreReportedAsLost() {
        Cursor cursor =
                new Cursor(tape, new Filter(Set.of(trade), Map.of()), Optional.empty(), ConflationPolicy.ALWAYS);
        cursor.next();
        QuotePublisher failing = publisher((Jsonb) Proxy.newProxyInstance(
                Jsonb.class.getClassLoader(), new Class<?>[] {Jsonb.class}, (proxy, method, arguments) -> {
                    throw new JsonbException("no JSON today");
                }));

        assertThatThrownBy(() -> failing.publish(new Tick(NOON, null, List.of(TRADE), List.of())))
                .hasMessage("no JSON today");

        assertThat(cursor.next().lost()).containsExactly(trade);
    }

    private QuotePublisher publisher(Jsonb jsonb) {
        StreamHub hub = Tapes.hub(tape, time);
        var progress = new ProgressMonitor(Duration.ofSeconds(5), time::nanoTime);
        var repeated = new RepeatedPrices(new DelayedPrices(quote, trade, latest, latestTrades, jsonb), status);
        return new QuotePublisher(quote, trade, status, hub, latest, latestTrades, jsonb, progress, repeated);
    }

    private Cursor follow() {
        Cursor cursor = cursor();
        cursor.next();
        return cursor;
    }

    private Cursor cursor() {
        return new Cursor(
                tape,
                new Filter(tape.topics(), Map.of()),
                Optional.empty(),
                new ConflationPolicy(100, Duration.ofSeconds(1)));
    }
}
