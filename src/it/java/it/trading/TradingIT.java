package it.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Trading on a server with a file of its own.
class TradingIT extends TradingOnServer {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        // As many players of the house as there are if nobody says otherwise.
        server = LibertyServer.start(settings(Map.of("TRADING_BOTS", "20")));
    }

    @Override
    LibertyServer server() {
        return server;
    }

    @Test
    @Order(0)
    void houseTradesBeforeAnybodyElseDoesAndIsOnTheBoard() {
        try (EventStream stream = EventStream.open(server.uri("api/stream?topic=fill"))) {
            Event fill = stream.next("fill");
            assertThat(Trader.SCHEMAS.faults("fill", fill.data())).isEmpty();
        }
        await().until(() -> names().size() >= 5);

        assertThat(names())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("House: "));
    }

    private static List<String> names() {
        return Trader.checked("leaderboard", Http.get(server.uri("api/leaderboard")))
                .getJsonArray("places")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(place -> place.getString("name"))
                .toList();
    }

    @Test
    @Order(20)
    void killUnderLoadLosesAndDoublesNothing() {
        var load = new KillUnderLoad(server);
        load.kill(200);
        load.check();
    }

    @Test
    @Order(30)
    void booksThatSomebodyHasChangedAreInDoubtAndNobodyTrades() throws SQLException {
        Trader trader = trader();
        trader.place(Trader.hopeless("a", 1));
        awaitBalance(server);
        server.stop();
        assertThat(execute("UPDATE trading_account SET cash = cash + 1")).isPositive();

        server.startAgain();

        await().until(() -> health(server).containsKey("reason"));
        JsonObject health = health(server);
        assertThat(health.getBoolean("balanced")).isFalse();
        assertThat(health.getString("reason")).contains(", cash");
        assertThat(Trader.reason(trader.post(Trader.hopeless("b", 1)), 503)).isEqualTo("booksInDoubt");
        assertThat(trader.list("api/orders", "order")).hasSize(1);
        assertThat(server.log()).contains("The books do not balance, so nobody trades: ");
    }

    private static int execute(String sql) throws SQLException {
        String file =
                server.directory().resolve("servers/tickertape/data/tickertape").toString();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file, "tickertape", "");
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
