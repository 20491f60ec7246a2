package it.trading;

import static it.trading.Trader.order;
import static it.trading.Trader.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.Quotes;
import it.Race;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Selling what is not there, where that is allowed.
class ShortSellingIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(TradingOnServer.settings(Map.of("TRADING_SHORT_SELLING", "true")));
        Quotes.awaitOneOfEach(server.uri());
    }

    private static String filled(Trader trader, JsonObject order) {
        String id = trader.place(order).getString("orderId");
        await().until(() -> trader.order(id).getString("ordStatus").equals("filled"));
        return id;
    }

    private static List<JsonObject> positions(Trader trader) {
        return trader.portfolio().getJsonArray("positions").getValuesAs(JsonObject.class);
    }

    @Test
    void whatIsSoldShortIsOwedAndBoughtBack() {
        Trader trader = Trader.signUp(server.uri());

        filled(trader, order("a", "sell", "market", 10).build());

        await().until(() -> !positions(trader).isEmpty());
        JsonObject owed = positions(trader).getFirst();
        assertThat(owed.getInt("qty")).isEqualTo(-10);
        assertThat(owed.getJsonNumber("value").bigDecimalValue()).isNegative();
        BigDecimal sold = owed.getJsonNumber("avgPx").bigDecimalValue().multiply(BigDecimal.TEN);
        assertThat(sold).isPositive();
        assertThat(trader.amount("cash").subtract(new BigDecimal("100000"))).isEqualByComparingTo(sold);
        assertThat(trader.amount("reserved")).isEqualByComparingTo(sold.multiply(BigDecimal.TWO));
        assertThat(trader.portfolio().getString("player")).matches("p[0-9]+");
        assertThat(reason(trader.post(order("b", "buy", "market", 11).build()), 422))
                .isEqualTo("otherDirection");

        String back = filled(trader, order("c", "buy", "market", 10).build());

        assertThat(trader.order(back).getString("positionEffect")).isEqualTo("close");
        await().until(() -> trader.amount("reserved").signum() == 0);
        assertThat(positions(trader))
                .allSatisfy(each -> assertThat(each.getInt("qty")).isZero());
        TradingOnServer.awaitBalance(server);
    }

    @Test
    void racedSalesTakeNoMoreThanThereIs() {
        Trader trader = Trader.signUp(server.uri());

        List<HttpResponse<String>> answers = Race.of(
                100,
                i -> () -> trader.post(
                        order("n" + i, "sell", "limit", 3).add("price", 10_000).build()));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(reason(answer, 422)).isEqualTo("notEnoughCash"));
        assertThat(trader.amount("reserved")).isEqualByComparingTo("90000");
        TradingOnServer.awaitBalance(server);
    }
}
