package it.trading;

import static it.trading.Trader.hopeless;
import static it.trading.Trader.order;
import static it.trading.Trader.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Quotes;
import it.Race;
import it.identity.Member;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// What users do with orders, and what comes of it, on a server whose market never closes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TradingOnServer {

    static Map<String, String> settings(Map<String, String> more) {
        var settings = new TreeMap<>(more);
        settings.putIfAbsent("SIMULATOR_INSTRUMENTS", "5");
        settings.putIfAbsent("TRADING_BOTS", "5");
        settings.put("REST_WRITES_PER_MINUTE", "1000000");
        return settings;
    }

    abstract LibertyServer server();

    Trader trader() {
        Quotes.awaitOneOfEach(server().uri());
        return Trader.signUp(server().uri());
    }

    /// Waits until all books that were touched have been checked, and balance.
    static void awaitBalance(LibertyServer server) {
        await("balance").until(() -> isChecked(health(server)));
        assertThat(server.log()).doesNotContain("do not balance");
    }

    /// What health tells of the trading.
    static JsonObject health(LibertyServer server) {
        HttpResponse<String> health = Http.get(server.uri("health/ready"));
        return Instruments.object(health.body()).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("trading"))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static boolean isChecked(JsonObject health) {
        return health.getBoolean("balanced", false) && health.getInt("unchecked", -1) == 0;
    }

    @Test
    @Order(1)
    void orderIsFilledToldAndBooked() {
        Trader trader = trader();
        assertThat(trader.amount("equity")).isEqualByComparingTo("100000");
        try (EventStream stream = trader.stream()) {
            String id = trader.place(order("a", "buy", "market", 10).build()).getString("orderId");

            Event event = stream.next("order");
            while (!event.json().getString("ordStatus").equals("filled")) {
                assertThat(Trader.SCHEMAS.faults("order", event.data())).isEmpty();
                event = stream.next("order");
            }

            assertThat(event.json().getString("orderId")).isEqualTo(id);
            Event portfolio = stream.next("portfolio");
            assertThat(Trader.SCHEMAS.faults("portfolio", portfolio.data())).isEmpty();
            await().until(() -> trader.portfolio().getJsonArray("positions").size() == 1);
            BigDecimal paid =
                    trader.order(id).getJsonNumber("avgPx").bigDecimalValue().multiply(BigDecimal.TEN);
            assertThat(trader.amount("cash").add(paid))
                    .isBetween(new BigDecimal("99999.999"), new BigDecimal("100000.001"));
        }
        List<JsonObject> fills = trader.list("api/portfolio/fills", "own-fill");
        assertThat(fills.stream().mapToInt(fill -> fill.getInt("lastQty")).sum())
                .isEqualTo(10);
        assertThat(trader.list("api/orders?state=ended&symbol=AAPL&limit=5", "order"))
                .hasSize(1);
        assertThat(trader.list("api/portfolio/equity", "equity-point")).isNotEmpty();
    }

    @Test
    @Order(2)
    void boardHasWhoHasTradedAndFillsHaveNoNames() {
        Trader trader = trader();
        String name = trader.member().session().getString("name");
        try (EventStream stream = EventStream.open(server().uri("api/stream?topic=leaderboard,fill"))) {
            stream.next("hello");
            trader.place(order("a", "buy", "market", 1).build());

            Event fill = stream.next("fill");
            assertThat(Trader.SCHEMAS.faults("fill", fill.data())).isEmpty();
            Event board = stream.next("leaderboard");
            while (!board.data().contains(name)) {
                board = stream.next("leaderboard");
            }
            assertThat(Trader.SCHEMAS.faults("leaderboard", board.data())).isEmpty();
        }
        HttpResponse<String> board = Http.get(server().uri("api/leaderboard"));
        assertThat(Trader.checked("leaderboard", board).getInt("players")).isPositive();
        assertThat(board.body()).contains(name);

        assertThat(trader.member().delete("api/account").statusCode()).isEqualTo(204);

        await().until(() -> !Http.get(server().uri("api/leaderboard")).body().contains(name));
    }

    @Test
    @Order(3)
    void racedOrdersTakeNoMoreThanThereIs() {
        Trader trader = trader();

        List<HttpResponse<String>> answers = Race.of(100, i -> () -> trader.post(hopeless("n" + i, 30_000)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(reason(answer, 422)).isEqualTo("notEnoughCash"));
        assertThat(trader.amount("reserved")).isEqualByComparingTo("90000");
        assertThat(trader.amount("buyingPower")).isEqualByComparingTo("10000");
    }

    @Test
    @Order(4)
    void sameOrderAtTheSameTimeIsOneOrder() {
        Trader trader = trader();

        List<HttpResponse<String>> answers = Race.of(20, _ -> () -> trader.post(hopeless("same", 10)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(19);
        assertThat(answers.stream()
                        .map(answer -> Member.json(answer).getString("orderId"))
                        .distinct())
                .hasSize(1);
        assertThat(reason(trader.post(hopeless("same", 11)), 409)).isEqualTo("otherContent");
        assertThat(trader.list("api/orders", "order")).hasSize(1);
    }

    @Test
    @Order(5)
    void orderIsCanceledByItsOwnerOnlyAndOnce() {
        Trader owner = trader();
        Trader other = trader();
        String id = owner.place(hopeless("a", 100)).getString("orderId");

        assertThat(other.member().get("api/orders/" + id).statusCode()).isEqualTo(404);
        assertThat(other.member().delete("api/orders/" + id).statusCode()).isEqualTo(404);
        assertThat(other.list("api/orders", "order")).isEmpty();
        assertThat(owner.member().get("api/orders/4711").statusCode()).isEqualTo(404);
        JsonObject canceled = Trader.checked("order", owner.member().delete("api/orders/" + id));

        assertThat(canceled.getString("ordStatus")).isEqualTo("canceled");
        assertThat(canceled.getString("reason")).isEqualTo("userRequest");
        assertThat(reason(owner.member().delete("api/orders/" + id), 409)).isEqualTo("hasEnded");
        await().until(() -> owner.amount("buyingPower").compareTo(new BigDecimal("100000")) == 0);
    }

    @Test
    @Order(6)
    void forgedPriceTradesAtTheQuote() {
        Trader trader = trader();
        JsonObject quote = Quotes.atRest(server().uri()).getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("symbol").equals(Trader.SYMBOL))
                .findFirst()
                .orElseThrow();
        BigDecimal ask = quote.getJsonNumber("ask").bigDecimalValue();
        BigDecimal tenfold = ask.multiply(BigDecimal.TEN);

        String id = trader.place(
                        order("a", "buy", "limit", 5).add("price", tenfold).build())
                .getString("orderId");
        await().until(() -> trader.order(id).getString("ordStatus").equals("filled"));
        assertThat(trader.order(id).getJsonNumber("avgPx").bigDecimalValue())
                .isBetween(ask.multiply(new BigDecimal("0.9")), ask.multiply(new BigDecimal("1.1")));

        String sale = trader.place(order("b", "sell", "limit", 5)
                        .add("price", new BigDecimal("0.01"))
                        .build())
                .getString("orderId");
        await().until(() -> trader.order(sale).getString("ordStatus").equals("filled"));
        assertThat(trader.order(sale).getJsonNumber("avgPx").bigDecimalValue())
                .isGreaterThan(ask.multiply(new BigDecimal("0.9")));
    }
}
