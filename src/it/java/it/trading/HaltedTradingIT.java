package it.trading;

import static it.trading.Trader.hopeless;
import static it.trading.Trader.order;
import static it.trading.Trader.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.Quotes;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Orders in what is halted or stale wait, and say why.
class HaltedTradingIT {

    private static LibertyServer start(String fault) {
        return LibertyServer.start(TradingOnServer.settings(Map.of("FEED_FAULT", fault, "TICKER_INTERVAL", "PT0.1S")));
    }

    private static void awaitStatus(LibertyServer server, String status) {
        await().until(() -> Quotes.atRest(server.uri()).getValuesAs(JsonObject.class).stream()
                .filter(quote -> quote.getString("symbol").equals(Trader.SYMBOL))
                .anyMatch(quote -> quote.getString("status").equals(status)));
    }

    /// Nothing comes of orders, but that they can be canceled.
    private static void checkWaiting(Trader trader, String why) {
        for (JsonObject wanted :
                new JsonObject[] {order("m", "buy", "market", 1).build(), hopeless("l", 1)}) {
            String id = trader.place(wanted).getString("orderId");
            JsonObject waiting = trader.order(id);
            assertThat(waiting.getString("ordStatus")).isEqualTo("new");
            assertThat(waiting.getString("reason")).isEqualTo(why);
            assertThat(waiting.getString("text")).startsWith("waits: ");
            JsonObject canceled = Trader.checked("order", trader.member().delete("api/orders/" + id));
            assertThat(canceled.getString("reason")).isEqualTo("userRequest");
        }
        assertThat(reason(trader.post(order("s", "sell", "market", 1).build()), 422))
                .isEqualTo("notEnoughShares");
        assertThat(trader.list("api/portfolio/fills", "own-fill")).isEmpty();
        assertThat(trader.amount("buyingPower")).isEqualByComparingTo("100000");
    }

    @Test
    void haltedInstrumentWaitsAndOthersTrade() {
        try (var server = start("halt:" + Trader.SYMBOL)) {
            awaitStatus(server, "halted");
            Trader trader = Trader.signUp(server.uri());

            checkWaiting(trader, "halted");

            String other = Quotes.atRest(server.uri()).getValuesAs(JsonObject.class).stream()
                    .filter(quote -> quote.getString("status").equals("trading"))
                    .map(quote -> quote.getString("symbol"))
                    .findFirst()
                    .orElseThrow();
            String id = trader.place(
                            order("o", "buy", "market", 1).add("symbol", other).build())
                    .getString("orderId");
            await().until(() -> trader.order(id).getString("ordStatus").equals("filled"));
            TradingOnServer.awaitBalance(server);
        }
    }

    @Test
    void nothingTradesAtPricesThatAreStale() {
        try (var server = start("stop@PT5S")) {
            Quotes.awaitOneOfEach(server.uri());
            awaitStatus(server, "stale");
            Trader trader = Trader.signUp(server.uri());

            checkWaiting(trader, "stale");
            TradingOnServer.awaitBalance(server);
        }
    }
}
