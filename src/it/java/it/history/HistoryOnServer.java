package it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Measures;
import it.history.WireBars.Figures;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Bars of a simulated market, over REST and the stream, and over a kill, with any database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryOnServer {

    private static final int JOINS = 500;
    private static final int ROUNDS = 20;
    private static final int INSTRUMENTS = 10;
    private static final int FLUSHES = 3;

    @AutoClose
    LibertyServer server;

    /// The settings of the database.
    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("SIMULATOR_INSTRUMENTS", Integer.toString(INSTRUMENTS));
        settings.put("HISTORY_PAST", "true");
        settings.put("STREAM_BACKLOG", "1000000");
        server = LibertyServer.start(settings);
        await("a past is made up").until(() -> Http.answers(200, server.uri("api/candles/AAPL?interval=P1D")));
    }

    @Test
    void veryFirstStartHasAPast() {
        List<JsonObject> days = candles("interval=P1D&limit=5000");
        List<JsonObject> minutes = candles("interval=PT1M&limit=5000");

        assertThat(days.stream().filter(HistoryOnServer::isMadeUp)).hasSize(261);
        assertThat(minutes.stream().filter(HistoryOnServer::isMadeUp)).hasSize(5 * 390);
    }

    @Test
    void zoneOfItsDaysComesWithTheBars() {
        assertThat(get("interval=P1D").headers().firstValue("Market-Zone")).contains("America/New_York");
    }

    private static boolean isMadeUp(JsonObject candle) {
        return candle.getJsonArray("marks").toString().contains("simulated");
    }

    @Test
    void barsAreWhatTheTradesOnTheWireAddUpTo() {
        var bars = new WireBars(Duration.ofSeconds(1));
        Instant from = null;
        Instant to;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=AAPL"))) {
            do {
                JsonObject trade = stream.next("trade").json();
                to = bars.start(Instant.parse(trade.getString("time")));
                // The second in which the stream begins is not whole.
                from = from == null ? to.plusSeconds(1) : from;
                bars.add(trade);
            } while (to.isBefore(from.plusSeconds(8)));
        }

        String range = "interval=PT1S&from=%s&to=%s".formatted(from, to);
        List<Figures> expected = bars.between(from, to);
        Instant last = expected.getLast().start();
        // Bars are made beside the stream, maybe a little later.
        await().until(() -> candles(range).stream()
                .anyMatch(candle -> start(candle).equals(last) && candle.getBoolean("complete")));
        assertThat(candles(range).stream().map(Figures::of)).containsExactlyElementsOf(expected);
    }

    @Test
    void fiveHundredReadersThatJoinGetEachBarThatEndsOnce() {
        var random = new Random(16);
        for (int round = 0; round < ROUNDS; round++) {
            var pages = new ArrayList<HttpResponse<String>>();
            await().pollInterval((_, _) -> Duration.ofMillis(random.nextInt(1, 40)))
                    .until(() -> {
                        pages.add(get("interval=PT1S&limit=60"));
                        return pages.size() == JOINS / ROUNDS;
                    });
            List<Instant> all =
                    complete(candles("interval=PT1S&limit=200").stream()).toList();
            pages.forEach(page -> assertJoined(page, all));
        }
    }

    /// The bars of a page, and those of the stream from its position on, are all that there are.
    private void assertJoined(HttpResponse<String> page, List<Instant> all) {
        Instant end = all.getLast();
        String position = page.headers().firstValue("Last-Event-ID").orElseThrow();
        List<Instant> starts =
                new ArrayList<>(complete(Instruments.array(page.body()).getValuesAs(JsonObject.class).stream())
                        .toList());
        try (var stream = EventStream.open(
                server.uri("api/stream?topic=candle&symbol=AAPL&interval=PT1S&lastEventId=" + position))) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            while (starts.isEmpty() || starts.getLast().isBefore(end)) {
                complete(Stream.of(stream.next("candle").json())).forEach(starts::add);
            }
        }

        assertThat(starts.stream().filter(start -> !start.isAfter(end)))
                .isEqualTo(all.stream()
                        .filter(start -> !start.isBefore(starts.getFirst()))
                        .toList());
    }

    private static Stream<Instant> complete(Stream<JsonObject> candles) {
        return candles.filter(candle -> candle.getBoolean("complete")).map(HistoryOnServer::start);
    }

    private static Instant start(JsonObject candle) {
        return Instant.parse(candle.getString("start"));
    }

    /// What was written of the minute that a kill cuts is there afterwards, and the minute does not come twice. That it
    /// is written every second is for a machine that has time: `HistoryKillSoak`.
    @Test
    void killLosesNothingThatWasWritten() {
        var before = new WireBars(Duration.ofMinutes(1));
        Instant minute;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=AAPL"))) {
            Instant last;
            do {
                last = before.addUntil(Instant.MIN, stream);
                minute = before.start(last);
            } while (!last.isAfter(minute.plusSeconds(5)) || last.isAfter(minute.plusSeconds(40)));
        }
        long known = before.count(minute);
        String query = "interval=PT1M&from=%s&to=%s".formatted(minute, minute.plusSeconds(60));
        // Bars are made beside the stream, maybe a little later.
        await().until(() -> trades(query) >= known);
        double written = writtenOfForming() + FLUSHES * INSTRUMENTS;
        await().until(() -> writtenOfForming() >= written);
        server.kill();
        server.startAgain();

        var after = new WireBars(Duration.ofMinutes(1));
        try (var stream = WireBars.ofRun(server, "AAPL")) {
            after.addUntil(minute.plusSeconds(60), stream);
        }
        await().until(() -> candles(query).getFirst().getBoolean("complete"));
        assertThat(candles(query)).singleElement().asString().contains("restart");
        assertThat(trades(query) - after.count(minute)).isGreaterThanOrEqualTo(known);
    }

    private long trades(String query) {
        return candles(query).stream()
                .mapToLong(candle -> candle.getJsonNumber("trades").longValueExact())
                .sum();
    }

    // One of each symbol is written at a time.
    private double writtenOfForming() {
        return Measures.of(server.uri())
                .count("tickertape_database_rows_total", "outcome", "written", "queue", "history-forming");
    }

    @Test
    void rangeThatHasEndedIsForEver() {
        List<JsonObject> minutes = candles("interval=PT1M&limit=5000");
        Instant from = start(minutes.getFirst());
        String query = "interval=PT1M&from=%s&to=%s&limit=10".formatted(from, from.plusSeconds(3600));

        HttpResponse<String> closed = get(query);
        HttpResponse<String> open = get("interval=PT1M&limit=10");

        assertThat(closed.headers().allValues("Cache-Control")).containsExactly("private, max-age=31536000, immutable");
        assertThat(open.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        assertThat(Http.get(
                                server.uri("api/candles/AAPL?" + query),
                                "If-None-Match",
                                closed.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(closed.headers().allValues("Link"))
                .anySatisfy(link -> assertThat(link)
                        .isEqualTo("<./AAPL?interval=PT1M&from=%s&limit=10>; rel=\"next\""
                                .formatted(from.plusSeconds(600))));
    }

    @Test
    void lastTradesComeNewestFirstWithThePositionToGoOnFrom() {
        HttpResponse<String> response = Http.get(server.uri("api/trades/AAPL?limit=20"));
        List<JsonObject> trades = Instruments.array(response.body()).getValuesAs(JsonObject.class);
        String position = response.headers().firstValue("Last-Event-ID").orElseThrow();

        JsonObject next;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=AAPL&lastEventId=" + position))) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            next = stream.next("trade").json();
        }
        List<JsonObject> later = Instruments.array(
                        Http.get(server.uri("api/trades/AAPL")).body())
                .getValuesAs(JsonObject.class);
        assertThat(later.get(later.indexOf(trades.getFirst()) - 1)).isEqualTo(next);
    }

    private HttpResponse<String> get(String query) {
        HttpResponse<String> response = Http.get(server.uri("api/candles/AAPL?" + query));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }

    private List<JsonObject> candles(String query) {
        return Instruments.array(get(query).body()).getValuesAs(JsonObject.class);
    }
}
