package it.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Health;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Prices that do not move say why: trading is halted, or the feed is silent.
class FeedFaultIT {

    @Test
    void haltedSymbolIsMarkedAndTheOthersTradeOn() {
        try (LibertyServer server = start("halt:AAPL@PT2S");
                EventStream stream = EventStream.open(server.uri("api/stream?symbol=AAPL,MSFT&topic=quote"))) {

            Event halted = awaitStatus(stream, "AAPL", "halted");
            // Longer than it would take to turn stale.
            List<Event> later = stream.next(60);

            assertThat(halted.json().getJsonNumber("bid").bigDecimalValue()).isPositive();
            assertThat(later).allSatisfy(quote -> {
                assertThat(quote.symbol()).isEqualTo("MSFT");
                assertThat(status(quote)).isEqualTo("trading");
            });
            assertThat(statusAtRest(server.uri(), "AAPL")).isEqualTo("halted");
        }
    }

    @Test
    void silentFeedTurnsQuotesStaleAndLeavesTheStreamAlive() {
        try (LibertyServer server = start("stop@PT5S");
                EventStream stream = EventStream.open(server.uri("api/stream?symbol=AAPL&topic=quote"))) {

            Event stale = awaitStatus(stream, "AAPL", "stale");
            Event next = stream.next();

            assertThat(next.name()).as("the feed is silent").isEqualTo("heartbeat");
            assertThat(next.offset()).isGreaterThanOrEqualTo(stale.offset());
            await().untilAsserted(() -> assertThat(Quotes.atRest(server.uri()))
                    .isNotEmpty()
                    .allSatisfy(quote ->
                            assertThat(quote.asJsonObject().getString("status")).isEqualTo("stale")));
            assertThat(Health.ready(server.uri()).status())
                    .as("whoever comes can be told that prices are stale")
                    .isEqualTo(200);
            assertThat(server.log().lines().filter(line -> line.contains("The feed")))
                    .singleElement()
                    .asString()
                    .contains("The feed has fallen silent: all quotes are stale");
            assertThat(Measures.of(server.uri()).sum("tickertape_quotes_stale")).isEqualTo(10);
            assertThat(Health.live(server.uri()).status())
                    .as("no restart brings a feed back")
                    .isEqualTo(200);
            assertThat(snapshot(server)).containsEntry("AAPL", "stale").containsEntry("MSFT", "stale");
        }
    }

    private static LibertyServer start(String fault) {
        return LibertyServer.start(Map.of(
                "FEED_FAULT", fault,
                "SIMULATOR_INSTRUMENTS", "10",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_HEARTBEAT", "PT1S"));
    }

    private static Event awaitStatus(EventStream stream, String symbol, String status) {
        Event quote = stream.next("quote");
        while (!quote.symbol().equals(symbol) || !status(quote).equals(status)) {
            quote = stream.next("quote");
        }
        return quote;
    }

    private static Map<String, String> snapshot(LibertyServer server) {
        try (var stream = EventStream.open(server.uri("api/stream?symbol=AAPL,MSFT&topic=quote"))) {
            Event hello = stream.next("hello");
            assertThat(hello.json().getString("resume")).isEqualTo("snapshot");
            var status = new TreeMap<String, String>();
            stream.next(2).forEach(quote -> status.put(quote.symbol(), status(quote)));
            return status;
        }
    }

    private static String statusAtRest(URI root, String symbol) {
        return Quotes.atRest(root).stream()
                .map(quote -> quote.asJsonObject())
                .filter(quote -> quote.getString("symbol").equals(symbol))
                .map(quote -> quote.getString("status"))
                .findAny()
                .orElseThrow();
    }

    private static String status(Event quote) {
        return quote.json().getString("status");
    }
}
