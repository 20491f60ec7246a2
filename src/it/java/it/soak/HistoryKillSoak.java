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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Kills a server with `-9`: at most a second of trades is missing from the minutes that it was in, and none is in them
/// twice.
class HistoryKillSoak {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration UNTIL_MIDNIGHT = Duration.ofMinutes(4);
    private static final int DAY = 86_400;
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

    @Test
    void hourAndDayOfAKillAreThoseOfTheWireInAFile() {
        assertHourAndDayAreThoseOfTheWire(Map.of());
    }

    @Test
    void hourAndDayOfAKillAreThoseOfTheWireInPostgres() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            assertHourAndDayAreThoseOfTheWire(postgres.settings());
        }
    }

    /// In a zone where midnight is soon: an hour and a day end then, which the kill was in.
    private void assertHourAndDayAreThoseOfTheWire(Map<String, String> database) {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(UNTIL_MIDNIGHT);
        Map<String, String> settings = new HashMap<>(database);
        settings.put("SIMULATOR_INSTRUMENTS", "10");
        settings.put("STREAM_BACKLOG", "1000000");
        settings.put("MARKET_ZONE", zoneOfMidnight(midnight).getId());
        try (var server = LibertyServer.start(settings)) {
            var before = new WireBars(MINUTE);
            readAndKill(server, before);
            server.startAgain();

            var after = new WireBars(MINUTE);
            try (var stream = WireBars.ofRun(server, SYMBOL)) {
                after.addUntil(midnight, stream);
            }
            // Of the minutes that the kill was in, the last trades may be missing.
            Stream<JsonObject> kept = before.starts().stream()
                    .flatMap(minute ->
                            before.trades(minute).stream().limit(served(server, minute) - after.count(minute)));
            List<JsonObject> trades = Stream.concat(
                            kept, after.starts().stream().flatMap(minute -> after.trades(minute).stream()))
                    .filter(trade -> WireBars.time(trade).isBefore(midnight))
                    .toList();
            assertThat(trades).hasSizeGreaterThan(after.starts().size());
            assertServed(server, "PT1H", midnight.minus(Duration.ofHours(1)), trades);
            assertServed(server, "P1D", midnight.minus(Duration.ofDays(1)), trades);

            // What is forming is in memory, what was before the kill is not.
            server.kill();
            server.startAgain();
            assertServed(server, "PT1H", midnight.minus(Duration.ofHours(1)), trades);
            assertServed(server, "P1D", midnight.minus(Duration.ofDays(1)), trades);
        }
    }

    private static ZoneOffset zoneOfMidnight(Instant midnight) {
        int second = Math.toIntExact(Math.floorMod(midnight.getEpochSecond(), DAY));
        return ZoneOffset.ofTotalSeconds(second < DAY / 2 ? -second : DAY - second);
    }

    private static void assertServed(LibertyServer server, String interval, Instant start, List<JsonObject> trades) {
        JsonObject candle = complete(
                server,
                "api/candles/%s?interval=%s&from=%s&to=%s".formatted(SYMBOL, interval, start, start.plus(MINUTE)));
        System.out.printf("%s from %s: %s trades%n", interval, start, trades.size());
        assertThat(Figures.of(candle)).as(interval).isEqualTo(Figures.of(start, trades));
        assertThat(candle.getJsonArray("marks").toString()).as(interval).contains("restart");
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
        return complete(server, query).getJsonNumber("trades").longValueExact();
    }

    private static JsonObject complete(LibertyServer server, String query) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            HttpResponse<String> response = Http.get(server.uri(query));
                            // After a restart, the past is not read at once.
                            List<JsonObject> candles = response.statusCode() == 503
                                    ? List.of()
                                    : Instruments.array(response.body()).getValuesAs(JsonObject.class);
                            return candles.isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : candles.getFirst();
                        },
                        one -> one.getBoolean("complete", false));
    }
}
