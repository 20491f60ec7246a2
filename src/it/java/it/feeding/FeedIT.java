package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.Measures;
import it.Patience;
import it.fault.FaultyProxy;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tickertape.client.feeding.QuoteFeeder;

/// What feeders post moves the market: readers see it in order, nothing is lost, nothing counts twice.
class FeedIT {

    /// Longer than the server waits for a body.
    private static final Duration LONG = Duration.ofSeconds(12);

    private static final int FLOOD = 100_000;
    private static final int SYMBOLS = 5_000;

    @AutoClose
    private static FeedServer market;

    @BeforeAll
    static void start() {
        market = FeedServer.start(Map.of(
                "FEED_HTTP_SOURCES", "A,B",
                "FEED_HTTP_SILENCE", "PT5S",
                "FEED_HTTP_SYMBOLS", "6000",
                "COMMENTARY_ENABLED", "false"));
    }

    @Test
    void readersSeeTradesAndQuotesInOrder() throws IOException {
        try (var readers = EventStream.open(market.server().uri("api/stream?topic=trade,quote"));
                var post = FeedPost.open(market.feed("?source=A"), market.credential())) {
            readers.next("hello");
            post.send(
                    FeedPost.trade("BTC/USD", "67920.11", "0.25"),
                    FeedPost.trade("BTC/USD", "67920.12", "1"),
                    FeedPost.trade("币安人生USDT", "1e-7", "3"));
            post.send("{\"symbol\":\"BTC/USD\",\"bid\":67920.1,\"ask\":67920.2,\"bidSize\":1,\"askSize\":2}");

            List<Event> trades = new ArrayList<>();
            Event quote = null;
            while (quote == null || trades.size() < 3) {
                Event next = readers.next();
                if (next.is("trade")) {
                    trades.add(next);
                } else if (next.is("quote") && next.json().containsKey("bid")) {
                    quote = next;
                }
            }
            assertThat(trades)
                    .extracting(trade -> trade.symbol() + " " + decimal(trade, "price"))
                    .containsExactly("BTC/USD 67920.11", "BTC/USD 67920.12", "币安人生USDT 0.0000001");
            assertThat(quote.json().get("bid")).hasToString("67920.10");
            assertThat(quote.json().get("last")).hasToString("67920.12");
            assertThat(quote.json().get("volume")).hasToString("1.25");
            assertThat(post.answer().getInt("taken")).isEqualTo(4);
        }
        assertThat(Instruments.array(
                                Http.get(market.server().uri("api/instruments")).body())
                        .toString())
                .contains("BTC/USD", "币安人生USDT");
        try (var one = EventStream.open(market.server().uri("api/stream?symbol=BTC%2FUSD"))) {
            assertThat(one.next("quote").symbol()).isEqualTo("BTC/USD");
        }
    }

    private static String decimal(Event event, String name) {
        return event.json().getJsonNumber(name).bigDecimalValue().toPlainString();
    }

    @Test
    void badLinesAreNamedAndTheRestIsTaken() throws IOException {
        try (var post = FeedPost.open(market.feed("?source=bad"), market.credential())) {
            JsonObject answer = post.send(
                            FeedPost.trade("BAD", "1", "1"),
                            "",
                            "nonsense",
                            "{\"symbol\":\"BAD\",\"price\":1}",
                            "x".repeat(100_000),
                            FeedPost.trade("BAD", "2", "1"))
                    .answer();

            assertThat(answer.getInt("taken")).isEqualTo(2);
            assertThat(answer.getInt("refused")).isEqualTo(3);
            assertThat(answer.getJsonArray("faults").getValuesAs(JsonObject.class))
                    .extracting(fault -> fault.getInt("line") + " " + fault.getString("fault"))
                    .containsExactly(
                            "3 no JSON object at character 1: { is missing",
                            "4 the field 'size' is missing",
                            "5 the line is longer than 4096 bytes");
        }
        assertThat(market.server().log()).contains("Lines of feeders: ");
        assertThat(market.source("bad").getString("fault")).startsWith("line 5:");
        assertThat(market.quote("BAD").getJsonNumber("last").bigDecimalValue()).isEqualTo("2");
    }

    @Test
    void requestStaysOpenWhileItsFeederShowsThatItLives() throws IOException {
        try (var post = FeedPost.open(market.feed("?source=slow"), market.credential())) {
            post.send(FeedPost.trade("SLOW", "1", "1"));
            await().until(() -> market.hasQuote("SLOW"));
            long begun = System.nanoTime();
            await().pollInterval(Duration.ofSeconds(2)).until(() -> {
                post.send("");
                return System.nanoTime() - begun > LONG.toNanos();
            });

            post.send("{\"symbol\":\"SLOW\",\"pri").send("");
            assertThat(post.send(FeedPost.trade("SLOW", "2", "1")).answer().getInt("taken"))
                    .isEqualTo(2);
        }
        assertThat(market.quote("SLOW").getJsonNumber("last").bigDecimalValue()).isEqualTo("2");
    }

    @Test
    void otherSourceTakesOverAndGivesBack() throws IOException {
        try (var a = FeedPost.open(market.feed("?source=A"), market.credential());
                var b = FeedPost.open(market.feed("?source=B"), market.credential())) {
            a.send(FeedPost.trade("TWO", "10", "1"));
            await().until(() -> market.hasQuote("TWO"));
            b.send(FeedPost.trade("TWO", "11", "1"));
            await().until(() -> market.source("B").getInt("standby") > 0);
            assertThat(market.quote("TWO").getJsonNumber("last").bigDecimalValue())
                    .isEqualTo("10");

            await().pollInterval(Duration.ofSeconds(1)).until(() -> {
                b.send(FeedPost.trade("TWO", "12", "1"));
                return lastIs("TWO", "12");
            });
            a.send(FeedPost.trade("TWO", "13", "1"));
            await().until(() -> lastIs("TWO", "13"));

            assertThat(b.answer().getInt("refused")).isZero();
            assertThat(a.answer().getInt("taken")).isEqualTo(2);
        }
    }

    @Test
    void missingNumbersMarkTheBarsAndRepeatedLinesCountOnce() throws IOException {
        try (var post = FeedPost.open(market.feed("?source=seq&session=one"), market.credential())) {
            JsonObject answer = post.send(
                            FeedPost.seq(1, "GAP"),
                            FeedPost.seq(2, "GAP"),
                            FeedPost.seq(2, "GAP"),
                            FeedPost.seq(9, "GAP"))
                    .answer();

            assertThat(answer.getInt("taken")).isEqualTo(3);
            assertThat(answer.getInt("repeated")).isEqualTo(1);
        }
        assertThat(market.source("seq").getInt("missed")).isEqualTo(6);
        assertThat(market.source("seq").getInt("seq")).isEqualTo(9);
        assertThat(market.quote("GAP").getJsonNumber("volume").bigDecimalValue())
                .isEqualTo("3");
        await().until(() -> Http.get(market.server().uri("api/candles/GAP?interval=PT1M"))
                .body()
                .contains("\"gap\""));
    }

    @Test
    void zippedLinesAreTaken() throws IOException {
        try (var post = FeedPost.zipped(market.feed("?source=zip"), market.credential())) {
            for (int i = 1; i <= 1000; i++) {
                post.send(FeedPost.trade("ZIP", Integer.toString(i), "1"));
            }

            assertThat(post.answer().getInt("taken")).isEqualTo(1000);
        }
        assertThat(market.quote("ZIP").getJsonNumber("volume").bigDecimalValue())
                .isEqualTo("1000");
    }

    @Test
    void floodLosesNothing() throws IOException {
        String[] lines = new String[FLOOD];
        for (int i = 0; i < FLOOD; i++) {
            lines[i] = "{\"seq\":%s,\"symbol\":\"F%s\",\"price\":%s.25,\"size\":1}"
                    .formatted(Integer.toString(i), Integer.toString(i % SYMBOLS), Integer.toString(100 + i % 7));
        }
        try (var post = FeedPost.open(market.feed("?source=flood"), market.credential())) {
            long begun = System.nanoTime();
            JsonObject answer = post.send(lines).answer();
            double seconds = (System.nanoTime() - begun) / 1e9;

            assertThat(answer.getInt("taken")).isEqualTo(FLOOD);
            System.out.printf(Locale.ROOT, "%d lines of %d symbols: %.0f a second%n", FLOOD, SYMBOLS, FLOOD / seconds);
        }
        JsonArray quotes =
                Instruments.array(Http.get(market.server().uri("api/quotes")).body());
        BigDecimal volume = quotes.getValuesAs(JsonObject.class).stream()
                .filter(quote -> quote.getString("symbol").matches("F[0-9]+"))
                .map(quote -> quote.getJsonNumber("volume").bigDecimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(volume).isEqualByComparingTo(Integer.toString(FLOOD));
        assertThat(Measures.of(market.server().uri()).sum("tickertape_feed_lines_waiting"))
                .isZero();
    }

    @Test
    void clientGoesOnAfterItsConnectionsAreCutAndNothingCountsTwice() throws Exception {
        int count = 3000;
        List<String> faults = new CopyOnWriteArrayList<>();
        try (var proxy = new FaultyProxy(market.server().uri());
                var feeder = QuoteFeeder.open(proxy.uri(), "client", market::token, faults::add)) {
            for (int i = 1; i <= count; i++) {
                feeder.trade("CUT", BigDecimal.valueOf(i), BigDecimal.ONE);
                if (i % 1000 == 0) {
                    await().until(() -> feeder.unconfirmed() < 1000);
                    proxy.cutAll();
                }
            }

            assertThat(feeder.flush(Patience.LONG)).as("%s", faults).isTrue();
        }
        assertThat(market.quote("CUT").getJsonNumber("volume").bigDecimalValue())
                .isEqualTo(Integer.toString(count));
        assertThat(market.quote("CUT").getJsonNumber("last").bigDecimalValue()).isEqualTo(Integer.toString(count));
        assertThat(market.source("client").getInt("missed")).isZero();
    }

    private static boolean lastIs(String symbol, String price) {
        return market.quote(symbol).getJsonNumber("last").bigDecimalValue().compareTo(new BigDecimal(price)) == 0;
    }
}
