package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.LibertyServer;
import it.ServerDirectory;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample service on a server of its own, which reads the market over the network.
class ConsumerIT {

    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT");

    @AutoClose
    private static LibertyServer market;

    @AutoClose
    private static LibertyServer consumer;

    // What the market itself has sent in its present epoch, by symbol and seq.
    private final Map<String, JsonObject> sent = new HashMap<>();

    @BeforeAll
    static void start(@TempDir Path directory) {
        market = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "5", "TICKER_INTERVAL", "PT0.1S"));
        consumer = LibertyServer.start(
                ConsumerWar.in(directory),
                ServerDirectory.path("consumer.config"),
                "api/basket",
                Map.of(
                        "TICKERTAPE_CLIENT_URL",
                        market.uri().toString(),
                        "TICKERTAPE_CLIENT_TOPIC",
                        "quote, trade",
                        "TICKERTAPE_CLIENT_SYMBOL",
                        "AAPL, MSFT"));
    }

    @Test
    void derivedPriceIsRightBeforeWhileAndAfterTheMarketIsKilled() {
        String before = rightIn(epoch());

        market.kill();
        await().until(() -> !basket().getBoolean("live"));
        JsonObject kept = basket();
        assertThat(kept.getString("epoch")).isEqualTo(before);
        assertThat(kept.getJsonArray("members")).hasSameSizeAs(SYMBOLS);
        assertThat(points(kept)).isEqualByComparingTo(mean(kept));

        market.startAgain();
        String after = rightIn(epoch());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void topicThatABeanDefinesIsReadWithItsOwnType() {
        String epoch = epoch();
        await().until(() -> complete(basket(), epoch) && turnover().signum() > 0);
        BigDecimal before = turnover();

        await().until(() -> turnover().compareTo(before) > 0);
    }

    /// Waits until the basket is of this epoch, and compares each of its prices with what the market itself sends.
    private String rightIn(String epoch) {
        await().until(() -> complete(basket(), epoch));
        sent.clear();
        try (var stream = EventStream.open(market.uri("api/stream?topic=quote&symbol=AAPL,MSFT"))) {
            assertThat(stream.next("hello").json().getString("epoch")).isEqualTo(epoch);
            for (int look = 0; look < 5; look++) {
                // Four more changes, so that each look is at other prices.
                stream.next(4).forEach(this::note);
                JsonObject basket = basket();
                basket.getJsonArray("members").getValuesAs(JsonObject.class).forEach(member -> {
                    while (!sent.containsKey(key(member))) {
                        note(stream.next("quote"));
                    }
                    assertThat(prices(member)).isEqualTo(prices(Objects.requireNonNull(sent.get(key(member)))));
                });
                assertThat(points(basket)).isEqualByComparingTo(mean(basket));
            }
        }
        return epoch;
    }

    private void note(Event quote) {
        sent.put(key(quote.json()), quote.json());
    }

    private static String key(JsonObject quote) {
        return quote.getString("symbol") + " " + quote.getInt("seq");
    }

    // Without times, which the service writes in its own way. JSON numbers are equal only with all their digits.
    private static List<JsonValue> prices(JsonObject quote) {
        return Stream.of("bid", "ask", "last", "previousClose", "volume")
                .map(quote::get)
                .toList();
    }

    private static boolean complete(JsonObject basket, String epoch) {
        return basket.getBoolean("live")
                && basket.getString("epoch").equals(epoch)
                && basket.getJsonArray("members").size() == SYMBOLS.size();
    }

    private static JsonObject basket() {
        String body = Http.get(consumer.uri("api/basket")).body();
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static BigDecimal turnover() {
        return basket().getJsonNumber("turnover").bigDecimalValue();
    }

    private static BigDecimal points(JsonObject basket) {
        return basket.getJsonNumber("points").bigDecimalValue();
    }

    private static BigDecimal mean(JsonObject basket) {
        var members = basket.getJsonArray("members").getValuesAs(JsonObject.class);
        return members.stream()
                .map(member -> member.getJsonNumber("last")
                        .bigDecimalValue()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(member.getJsonNumber("previousClose").bigDecimalValue(), MathContext.DECIMAL64))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(members.size()), MathContext.DECIMAL64)
                .setScale(4, RoundingMode.HALF_EVEN);
    }

    private static String epoch() {
        try (var stream = EventStream.open(market.uri("api/stream"))) {
            return stream.next("hello").json().getString("epoch");
        }
    }
}
