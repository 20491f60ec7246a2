package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.history.WireBars;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/// Kills a server of many instruments with `-9` while an hour ends, when the database has most to do: at most a second
/// of trades is missing, as at any other time.
class HourEndKillSoak {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int HOUR = 3600;
    private static final int INSTRUMENTS = Integer.getInteger("history.instruments", 500);

    /// At most so long after the end of the hour.
    private static final int LATEST = 4000;

    private final Random random = new Random();

    @RepeatedTest(3)
    void killLosesAtMostASecondOfTradesInAFile() {
        assertAtMostASecondIsLost(Map.of());
    }

    @RepeatedTest(3)
    void killLosesAtMostASecondOfTradesInPostgres() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            assertAtMostASecondIsLost(postgres.settings());
        }
    }

    private void assertAtMostASecondIsLost(Map<String, String> database) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE.multipliedBy(2));
        Map<String, String> settings = new HashMap<>(database);
        settings.put("SIMULATOR_INSTRUMENTS", Integer.toString(INSTRUMENTS));
        settings.put("STREAM_BACKLOG", "2000000");
        // There, the hour ends then.
        settings.put(
                "MARKET_ZONE",
                ZoneOffset.ofTotalSeconds(Math.toIntExact(-(hour.getEpochSecond() % HOUR)))
                        .getId());
        try (var server = LibertyServer.start(settings)) {
            var before = new WireBars(MINUTE);
            Instant killed = readAndKill(server, before, hour.plusMillis(random.nextInt(LATEST)));
            server.startAgain();
            var after = new WireBars(MINUTE);
            try (EventStream stream = WireBars.ofRun(server)) {
                after.addUntil(hour.plus(MINUTE).plusSeconds(1), stream);
            }
            List<String> symbols = symbols(server);
            for (Instant start : List.of(hour.minus(MINUTE), hour)) {
                long kept = symbols.stream()
                                .mapToLong(symbol -> served(server, symbol, start))
                                .sum()
                        - after.count(start);
                long sure = before.count(start, killed.minusSeconds(1));
                System.out.printf(
                        "%s, killed %s ms after the hour: of %s trades, %s were a second or more before; %s kept%n",
                        start, Duration.between(hour, killed).toMillis(), before.count(start), sure, kept);
                assertThat(kept).as(start.toString()).isBetween(sure, before.count(start));
            }
        }
    }

    /// Reads all trades from the server's start to its end; returns when it was killed.
    private static Instant readAndKill(LibertyServer server, WireBars before, Instant time) {
        try (EventStream stream = WireBars.ofRun(server)) {
            before.addUntil(time, stream);
            Instant killed = Instant.now();
            server.kill();
            for (Event event : stream.rest()) {
                if (event.is("trade")) {
                    before.add(event.json());
                }
            }
            return killed;
        }
    }

    private static List<String> symbols(LibertyServer server) {
        List<JsonObject> all = Instruments.array(Http.get(server.uri("api/instruments?limit=" + INSTRUMENTS))
                        .body())
                .getValuesAs(JsonObject.class);
        assertThat(all).hasSize(INSTRUMENTS);
        return all.stream().map(one -> one.getString("symbol")).toList();
    }

    /// How many trades the server says that a minute of a symbol had, which has ended.
    private static long served(LibertyServer server, String symbol, Instant minute) {
        String query = "api/candles/%s?interval=PT1M&from=%s&to=%s".formatted(symbol, minute, minute.plus(MINUTE));
        // After a restart, the past is not read at once.
        HttpResponse<String> response =
                await().until(() -> Http.get(server.uri(query)), answer -> answer.statusCode() == 200);
        return Instruments.array(response.body()).getValuesAs(JsonObject.class).stream()
                .mapToLong(candle -> candle.getJsonNumber("trades").longValueExact())
                .sum();
    }
}
