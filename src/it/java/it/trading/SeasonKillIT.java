package it.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.LibertyServer;
import it.Quotes;
import it.Race;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A server is killed while a season ends, of which many orders wait: all of them end, once it is there again.
class SeasonKillIT {

    private static final int TRADERS = 4;
    private static final int ORDERS = 400;

    /// So many orders of a trader are on their way at once.
    private static final int LANES = 5;

    @Test
    void seasonInAFileEndsAfterAKill() {
        endUnderAKill(Map.of());
    }

    @Test
    void seasonInPostgresEndsAfterAKill() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            endUnderAKill(postgres.settings());
        }
    }

    private static void endUnderAKill(Map<String, String> database) {
        var settings = new TreeMap<>(database);
        settings.put("TRADING_SEASON", "PT1M");
        settings.put("TRADING_ORDERS_PER_USER", "1000");
        settings.put("TRADING_BOTS", "0");
        try (var server = LibertyServer.start(TradingOnServer.settings(settings))) {
            Quotes.awaitOneOfEach(server.uri());
            List<Trader> traders = Stream.generate(() -> Trader.signUp(server.uri()))
                    .limit(TRADERS)
                    .toList();
            String before = traders.getFirst().portfolio().getString("season");
            await("a season of which nothing is over")
                    .until(() -> !season(traders).equals(before));
            String season = season(traders);
            try (EventStream stream = traders.getLast().stream()) {
                var _ = Race.of(LANES * TRADERS, lane -> () -> placeSome(traders.get(lane % TRADERS), lane / TRADERS));
                assertThat(season(traders)).isEqualTo(season);

                JsonObject order = stream.next("order").json();
                while (!order.getString("reason", "").equals("endOfSeason")) {
                    order = stream.next("order").json();
                }
                server.kill();
            }
            server.startAgain();

            TradingOnServer.awaitBalance(server);
            for (Trader trader : traders) {
                assertThat(trader.list("api/orders?limit=1000", "order"))
                        .hasSize(ORDERS)
                        .allSatisfy(
                                order -> assertThat(order.getString("reason")).isEqualTo("endOfSeason"));
                await().until(() -> trader.amount("buyingPower").intValueExact() == 100_000);
                trader.place(lasting(-1));
            }
            TradingOnServer.awaitBalance(server);
        }
    }

    private static int placeSome(Trader trader, int lane) {
        for (int i = lane; i < ORDERS; i += LANES) {
            assertThat(trader.post(lasting(i)).statusCode()).isEqualTo(201);
        }
        return lane;
    }

    private static String season(List<Trader> traders) {
        return traders.getFirst().portfolio().getString("season");
    }

    private static JsonObject lasting(int number) {
        return Trader.order("lasting-" + number, "buy", "limit", 1)
                .add("price", 1)
                .add("timeInForce", "goodTillCancel")
                .build();
    }
}
