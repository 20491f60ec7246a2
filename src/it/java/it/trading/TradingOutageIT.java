package it.trading;

import static it.trading.Trader.hopeless;
import static it.trading.Trader.order;
import static it.trading.Trader.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.LibertyServer;
import it.Quotes;
import it.Race;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Trading without its database, and after a restart: what got no answer is sent again, and is booked once.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TradingOutageIT {

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(TradingOnServer.settings(postgres.settings()));
        Quotes.awaitOneOfEach(server.uri());
    }

    private static Set<String> names(Trader trader) {
        var names = new TreeSet<String>();
        List<JsonObject> orders = trader.list("api/orders", "order");
        orders.forEach(order -> names.add(order.getString("clOrdId")));
        assertThat(orders).hasSameSizeAs(names);
        return names;
    }

    @Test
    @Order(1)
    void withoutTheDatabaseNothingIsHalfBookedAndItGoesOnAfterwards() {
        Trader trader = Trader.signUp(server.uri());
        String before = trader.place(hopeless("before", 100)).getString("orderId");
        postgres.stop();

        List<HttpResponse<String>> refused = Race.of(20, i -> () -> trader.post(hopeless("n" + i, 1_000)));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(reason(answer, 503)).isEmpty();
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(trader.member().get("api/orders"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503));
        postgres.start();
        await().until(() -> trader.member().get("api/orders").statusCode() == 200);
        // A commit whose answer was lost is seen a moment later, perhaps in the portfolio first.
        await().untilAsserted(() -> assertThat(trader.amount("reserved"))
                .isEqualByComparingTo(
                        String.valueOf(100 + 1_000 * (names(trader).size() - 1))));

        for (int i = 0; i < 20; i++) {
            JsonObject again = hopeless("n" + i, 1_000);
            await().until(() -> trader.post(again).statusCode() < 300);
        }

        assertThat(names(trader)).hasSize(21);
        await().until(() -> trader.amount("reserved").intValueExact() == 20_100);
        assertThat(trader.order(before).getString("ordStatus")).isEqualTo("new");
        TradingOnServer.awaitBalance(server);
    }

    @Test
    @Order(2)
    void clientThatKeptItsNamesGoesOnAfterARestart() {
        Trader trader = Trader.signUp(server.uri());
        String epoch = epoch(trader);
        JsonObject order = hopeless("kept", 100);
        String id = trader.place(order).getString("orderId");
        server.stop();
        server.startAgain();
        Quotes.awaitOneOfEach(server.uri());

        assertThat(epoch(trader)).isNotEqualTo(epoch);
        await().until(() -> trader.post(order).statusCode() == 200);
        assertThat(Trader.checked("order", trader.post(order)).getString("orderId"))
                .isEqualTo(id);
        assertThat(trader.amount("reserved")).isEqualByComparingTo("100");
        String next = trader.place(order("next", "buy", "market", 1).build()).getString("orderId");
        await().until(() -> trader.order(next).getString("ordStatus").equals("filled"));
        assertThat(trader.member().delete("api/orders/" + id).statusCode()).isEqualTo(200);
        assertThat(names(trader)).containsExactlyInAnyOrder("kept", "next");
        TradingOnServer.awaitBalance(server);
    }

    private static String epoch(Trader trader) {
        try (EventStream stream = trader.member().stream("topic=portfolio")) {
            return stream.next("hello").json().getString("epoch");
        }
    }
}
