package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.history.WireBars;
import it.history.WireBars.Figures;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/// Kills a server with `-9`: at most a second of trades is missing from the minutes that it was in, and none is in them
/// twice.
class HistoryKillSoak {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SYMBOL = "AAPL";

    /// Seconds in which the server is listened to: some minutes end in them, and some do not.
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;

    private final Random random = new Random();

    @RepeatedTest(5)
    void killLosesAtMostASecondOfTradesInAFile() {
        assertAtMostASecondIsLost(Map.of());
    }

    @RepeatedTest(5)
    void killLosesAtMostASecondOfTradesInPostgres() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            assertAtMostASecondIsLost(postgres.settings());
        }
    }

    private void assertAtMostASecondIsLost(Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("SIMULATOR_INSTRUMENTS", "10");
        settings.put("STREAM_BACKLOG", "1000000");
        try (var server = LibertyServer.start(settings)) {
            var before = new WireBars(MINUTE);
            Instant killed = readAndKill(server, before);
            server.startAgain();

            var after = new WireBars(MINUTE);
            Instant end = before.start(killed).plus(MINUTE);
            try (var stream = WireBars.ofRun(server, SYMBOL)) {
                after.addUntil(end, stream);
            }
            for (Figures minute : before.between(Instant.MIN, end)) {
                Instant start = minute.start();
                long kept = served(server, start) - after.count(start);
                long sure = before.count(start, killed.minusSeconds(1));
                System.out.printf(
                        "%s: of %s trades, %s were a second or more before the kill; %s kept, and %s after the restart%n",
                        start, minute.trades(), sure, kept, after.count(start));
                assertThat(kept).as(start.toString()).isBetween(sure, minute.trades());
            }
        }
    }

    /// Reads all trades from the server's start to its end; returns the time of the last one.
    private Instant readAndKill(LibertyServer server, WireBars before) {
        try (var stream = WireBars.ofRun(server, SYMBOL)) {
            Instant killed = before.addUntil(Instant.now().plusSeconds(random.nextInt(SHORTEST, LONGEST)), stream);
            server.kill();
            for (Event event : stream.rest()) {
                if (event.is("trade")) {
                    before.add(event.json());
                    killed = Instant.parse(event.json().getString("time"));
                }
            }
            return killed;
        }
    }

    /// How many trades the server says that a minute had, once it has ended.
    private static long served(LibertyServer server, Instant minute) {
        String query = "api/candles/%s?interval=PT1M&from=%s&to=%s".formatted(SYMBOL, minute, minute.plus(MINUTE));
        JsonObject candle = await().atMost(PATIENCE)
                .until(
                        () -> {
                            String body = Http.get(server.uri(query)).body();
                            List<JsonObject> candles = Instruments.array(body).getValuesAs(JsonObject.class);
                            return candles.isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : candles.getFirst();
                        },
                        one -> one.getBoolean("complete", false));
        return candle.getJsonNumber("trades").longValueExact();
    }
}
