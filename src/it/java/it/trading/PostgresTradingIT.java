package it.trading;

import static it.trading.Trader.hopeless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.Quotes;
import it.Race;
import it.store.PostgresServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Trading in PostgreSQL, which two servers share.
class PostgresTradingIT extends TradingOnServer {

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(settings(postgres.settings()));
    }

    @Override
    LibertyServer server() {
        return server;
    }

    @Test
    @Order(20)
    void twoServersTakeNoMoreThanThereIsAndKnowTheSame() {
        try (var other = LibertyServer.start(settings(postgres.settings()))) {
            Quotes.awaitOneOfEach(other.uri());
            Trader here = trader();
            var there = new Trader(here.member().at(other.uri()));

            List<HttpResponse<String>> answers =
                    Race.of(60, i -> () -> (i % 2 == 0 ? here : there).post(hopeless("n" + i / 2, 30_000)));

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 201, 422));
            await().untilAsserted(
                            () -> assertThat(there.amount("reserved")).isEqualByComparingTo(here.amount("reserved")));
            assertThat(there.amount("reserved")).isEqualByComparingTo("90000");
            String filled =
                    there.place(Trader.order("m", "buy", "market", 1).build()).getString("orderId");
            await().until(() -> here.order(filled).getString("ordStatus").equals("filled"));
            awaitBalance(other);
        }
        awaitBalance(server);
    }

    @Test
    @Order(21)
    void killUnderLoadLosesAndDoublesNothing() {
        var load = new KillUnderLoad(server);
        load.kill(200);
        load.check();
    }
}
