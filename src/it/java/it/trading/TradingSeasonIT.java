package it.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.LibertyServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Days of three quarters of a minute and seasons of two minutes: what ends with them.
class TradingSeasonIT {

    @AutoClose
    private static LibertyServer server;

    private static int orders;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                TradingOnServer.settings(Map.of("SIMULATOR_DAY", "PT48S", "TRADING_SEASON", "PT2M")));
    }

    private static Event awaitEnd(EventStream stream, String id) {
        Event event = stream.next("order");
        while (!event.json().getString("orderId").equals(id) || event.json().getInt("leavesQty") > 0) {
            event = stream.next("order");
        }
        return event;
    }

    /// The first message that is of another season.
    private static Event awaitNext(EventStream stream, String topic, String season) {
        Event event = stream.next(topic);
        while (event.json().getString("season").equals(season)) {
            event = stream.next(topic);
        }
        return event;
    }

    private static void awaitStatus(String phase) {
        await(phase)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        Http.get(server.uri("api/quotes/AAPL")).body().contains("\"status\":\"%s\"".formatted(phase)));
    }

    @Test
    void dayOrderEndsAtTheCloseAndAnotherWaitsForTheSeason() {
        Trader trader = Trader.signUp(server.uri());
        try (EventStream stream = trader.stream()) {
            awaitStatus("trading");
            String day = trader.place(Trader.hopeless("day-" + orders++, 1)).getString("orderId");
            String lasting = trader.place(Trader.order("lasting-" + orders++, "buy", "limit", 1)
                            .add("price", 1)
                            .add("timeInForce", "goodTillCancel")
                            .build())
                    .getString("orderId");

            Event expired = awaitEnd(stream, day);
            assertThat(Trader.SCHEMAS.faults("order", expired.data())).isEmpty();
            // The season may end first.
            assertThat(expired.json().getString("reason")).isIn("endOfDay", "endOfSeason");
            Event canceled = awaitEnd(stream, lasting);
            assertThat(canceled.json().getString("reason")).isEqualTo("endOfSeason");
            assertThat(canceled.json().getString("ordStatus")).isEqualTo("canceled");
            // Without any order of the new one.
            Event portfolio = awaitNext(stream, "portfolio", canceled.json().getString("season"));
            assertThat(portfolio.json().getInt("buyingPower")).isEqualTo(100_000);
            assertThat(Trader.SCHEMAS.faults("portfolio", portfolio.data())).isEmpty();
        }
        await().until(() -> trader.amount("buyingPower").intValueExact() == 100_000);
    }

    @Test
    void marketOrderForTheDayIsRefusedAfterTheCloseAndALimitWaits() {
        Trader trader = Trader.signUp(server.uri());
        int status = 0;
        for (int i = 0; i < 5 && status != 409; i++) {
            awaitStatus("trading");
            awaitStatus("closed");
            HttpResponse<String> answer = trader.post(
                    Trader.order("market-" + orders++, "buy", "market", 1).build());
            status = answer.statusCode();
            if (status == 409) {
                assertThat(Trader.reason(answer, 409)).isEqualTo("closed");
            }
        }
        assertThat(status).isEqualTo(409);
        var waiting = trader.place(Trader.hopeless("limit-" + orders++, 1));
        assertThat(waiting.getString("ordStatus")).isEqualTo("new");
    }
}
