package it.trading;

import it.LibertyServer;
import it.Quotes;
import it.store.PostgresServer;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A server is killed ten times under as many orders as it takes: none is lost, doubled or half booked.
class TradingKillSoak {

    private static final int KILLS = 10;
    private static final long SEED = 20_261_129;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void booksOfAFileBalanceAfterEachKill() {
        kill(Map.of());
    }

    @Test
    void booksInPostgresBalanceAfterEachKill() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            kill(postgres.settings());
        }
    }

    private void kill(Map<String, String> database) {
        try (var server = LibertyServer.start(TradingOnServer.settings(database))) {
            Quotes.awaitOneOfEach(server.uri());
            var load = new KillUnderLoad(server);
            int sent = 0;
            for (int i = 0; i < KILLS; i++) {
                sent = load.kill(random.nextInt(100, 1_000));
            }
            load.check();
            System.out.printf("%s orders were sent under %s kills, and each is there once%n", sent, KILLS);
        }
    }
}
