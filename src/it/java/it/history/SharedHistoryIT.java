package it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.LibertyServer;
import it.Measures;
import it.store.DatabaseHealth;
import it.store.PostgresServer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Two servers share a PostgreSQL and nothing else: one of them writes the bars.
class SharedHistoryIT {

    private static final String CANDLES = "api/candles/AAPL?interval=PT1M&limit=5";

    @AutoClose
    private final PostgresServer postgres = new PostgresServer();

    @Test
    void secondServerSaysThatItDoesNotWriteUntilTheFirstIsKilled() {
        postgres.start();
        Map<String, String> settings = new TreeMap<>(postgres.settings());
        settings.put("FEATURES_OFF", "alerts,chat,commentary,trading");
        settings.put("SIMULATOR_INSTRUMENTS", "10");
        try (var first = LibertyServer.start(settings)) {
            await().until(() -> writes(first));
            try (var second = LibertyServer.start(settings)) {
                await().until(() -> !writes(second));
                assertThat(DatabaseHealth.of(second.uri()).writer()).isEqualTo("another server");
                assertThat(DatabaseHealth.of(first.uri()).writer()).isEmpty();
                assertThat(second.log()).contains("Another server writes the history into this database");
                awaitCandles(second);

                first.kill();

                await().until(() -> writes(second));
                assertThat(DatabaseHealth.of(second.uri()).writer()).isEmpty();
                awaitCandles(second);
            }
        }
    }

    private static boolean writes(LibertyServer server) {
        return Measures.of(server.uri()).count("tickertape_history_writes") == 1;
    }

    private static void awaitCandles(LibertyServer server) {
        await().until(() -> Http.get(server.uri(CANDLES)).statusCode() == 200);
    }
}
