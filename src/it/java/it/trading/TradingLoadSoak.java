package it.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Issuer;
import it.LibertyServer;
import it.Quotes;
import it.soak.QuoteDelays;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A thousand players hand in 200 orders a second: how long each takes until it is on the disk, and what becomes of the
/// quotes beside. `-Dtrading.seconds=60` for a trial.
class TradingLoadSoak {

    private static final Duration COUNTED = Duration.ofSeconds(Integer.getInteger("trading.seconds", 300));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("trading.warm-up", 30));
    private static final int PLAYERS = Integer.getInteger("trading.players", 1000);
    private static final int A_SECOND = Integer.getInteger("trading.orders", 200);
    private static final Duration QUIET = Duration.ofSeconds(9);
    private static final double MOST_MILLIS = 50;
    private static final double LEAST_TAKEN = 0.8;

    /// Of how old quotes are, with the orders against without.
    private static final double MOST_TIMES = 1.10;

    @Test
    void ordersAreSoonInAFile() {
        trade("H2", Map.of());
    }

    @Test
    void ordersAreSoonInPostgres() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            trade("PostgreSQL", postgres.settings());
        }
    }

    private static void trade(String name, Map<String, String> database) {
        Issuer issuer = Issuer.start();
        var settings = new TreeMap<>(TradingOnServer.settings(database));
        settings.put("SIMULATOR_INSTRUMENTS", "50");
        settings.put("TRADING_BOTS", "20");
        settings.put("IDENTITY_JWT_ISSUER", issuer.id());
        settings.put("IDENTITY_JWT_AUDIENCE", Issuer.AUDIENCE);
        try (var server = LibertyServer.start(settings);
                var quotes = new QuoteDelays(server.uri())) {
            Quotes.awaitOneOfEach(server.uri());
            List<String> symbols = Quotes.atRest(server.uri()).getValuesAs(JsonObject.class).stream()
                    .map(quote -> quote.getString("symbol"))
                    .toList();
            var load = OrderLoad.of(server.uri(), issuer, symbols, PLAYERS, A_SECOND);
            var _ = load.run(WARM_UP);
            await().pollDelay(QUIET).until(() -> true);
            quotes.p99();
            await().pollDelay(QUIET).until(() -> true);
            double before = quotes.p99();
            load.forget();
            var _ = load.run(COUNTED);
            double during = quotes.p99();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s orders a second of %s players: %s; p99 of those taken %.1f ms; quotes old p99 %.1f ms without,"
                            + " %.1f ms meanwhile%n",
                    name,
                    A_SECOND,
                    PLAYERS,
                    load.inWords(),
                    load.p99(OrderLoad.TAKEN),
                    before,
                    during);
            TradingOnServer.awaitBalance(server);
            assertThat(load.failures()).isZero();
            assertThat(load.part(OrderLoad.TAKEN)).as("part of orders taken").isGreaterThanOrEqualTo(LEAST_TAKEN);
            assertThat(load.p99(OrderLoad.TAKEN)).isLessThan(MOST_MILLIS);
            assertThat(during).as("how old quotes are").isLessThan(MOST_TIMES * before);
            JsonObject board = Trader.checked("leaderboard", Http.get(server.uri("api/leaderboard")));
            assertThat(board.getInt("players")).isGreaterThanOrEqualTo(PLAYERS);
        }
    }
}
