package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A hundred thousand recorded trades, played through the whole server.
class ReplayIT {

    private static final Recorded RECORDED = Recorded.read();
    private static final Duration LENGTH = Duration.ofSeconds(10);

    @AutoClose
    private static LibertyServer server;

    private static String epoch;
    private static List<Event> trades;

    @BeforeAll
    static void playToTheEnd() {
        server = LibertyServer.start(Map.of(
                "FEED_SOURCE", "replay",
                "REPLAY_FILE", Recorded.FILE.toString(),
                "REPLAY_SYMBOL", "BTC",
                "REPLAY_SPEED", Long.toString(RECORDED.speed(LENGTH)),
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_BACKLOG", "200000"));
        var watch = Stopwatch.start();
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"))) {
            epoch = stream.next("hello").json().getString("epoch");
        }
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"), "Last-Event-ID", epoch + "-0")) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            trades = stream.next(RECORDED.count());
        }
        watch.print("100,000 recorded trades through the whole server");
    }

    @Test
    void subscriberSeesEveryTradeOnceAndInOrder() {
        assertThat(trades).extracting(Event::name).containsOnly("trade");
        assertThat(trades).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void lastPriceAndVolumeAreThoseOfTheFile() {
        BigDecimal volume =
                trades.stream().map(trade -> decimal(trade.json(), "size")).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(decimal(trades.getLast().json(), "price")).isEqualByComparingTo(RECORDED.lastPrice());
        assertThat(volume).isEqualByComparingTo(RECORDED.volume());
    }

    @Test
    void nothingComesAfterTheLastTrade() {
        String last = trades.getLast().id().orElseThrow();

        JsonObject hello;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"), "Last-Event-ID", last)) {
            hello = stream.next("hello").json();
        }

        long sinceThen = hello.getJsonNumber("offset").longValueExact()
                - trades.getLast().offset();
        assertThat(hello.getString("resume")).isEqualTo("resumed");
        assertThat(sinceThen)
                .as("the last tick's quote, then that all is closed")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void quoteAddsUpTheTradesAndInventsNothing() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(decimal(quote(), "volume")).isEqualByComparingTo(RECORDED.volume()));

        JsonObject quote = quote();

        assertThat(decimal(quote, "last")).isEqualByComparingTo(RECORDED.lastPrice());
        assertThat(quote).doesNotContainKeys("bid", "ask", "bidSize", "askSize");
        assertThat(Instant.parse(quote.getString("sourceTime"))).isEqualTo(RECORDED.last());
        assertThat(Instant.parse(quote.getString("time"))).isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    @Test
    void tradesCarryTheTimeOfTheRecordingBesideTheServers() {
        JsonObject first = trades.getFirst().json();

        assertThat(first.getString("symbol")).isEqualTo("BTC");
        assertThat(Instant.parse(first.getString("sourceTime"))).isEqualTo(RECORDED.first());
        assertThat(Instant.parse(first.getString("time"))).isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    private static JsonObject quote() {
        return Instruments.object(Http.get(server.uri("api/quotes/BTC")).body());
    }

    private static BigDecimal decimal(JsonObject object, String name) {
        return object.getJsonNumber(name).bigDecimalValue();
    }
}
