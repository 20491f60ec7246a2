package it.trading;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.Quotes;
import it.store.PostgresServer;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A server is killed ten times under 200 orders a second: none is lost, doubled or half booked. `-Dtrading.kills=2`
/// for
/// a trial.
class TradingKillSoak {

    private static final int KILLS = Integer.getInteger("trading.kills", 10);

    /// Of the orders a second that are meant, so many are handed in, and so many are taken: a server that has just
    /// started is slow at first.
    private static final double LEAST_HANDED_IN = 0.95 * KillUnderLoad.A_SECOND;

    private static final double LEAST_TAKEN = 0.8 * KillUnderLoad.A_SECOND;
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
                sent = load.kill(random.nextInt(400, 1_400));
            }
            load.check();
            System.out.printf(
                    Locale.ROOT,
                    "%s orders were sent under %s kills, and each is there once; %.0f a second, of which %.0f were taken%n",
                    sent,
                    KILLS,
                    load.handedInASecond(),
                    load.takenASecond());
            assertThat(load.handedInASecond()).isGreaterThan(LEAST_HANDED_IN);
            assertThat(load.takenASecond()).isGreaterThan(LEAST_TAKEN);
        }
    }
}
