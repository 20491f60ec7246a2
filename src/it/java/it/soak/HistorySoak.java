package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.history.WireBars;
import it.history.WireBars.Figures;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A simulated day of four minutes with halts, a kill and a restart: the bars that are served are those that an
/// independent reader adds up from the trades on the wire, field by field.
class HistorySoak {

    private static final Duration STRETCH = Duration.ofSeconds(150);
    private static final int INSTRUMENTS = 20;

    private final Map<String, WireBars> bars = new HashMap<>();
    private final List<Instant> cuts = new ArrayList<>();

    @Test
    void barsAreThoseOfTheWireOverADayWithHaltsKillAndRestart() {
        assertBarsAreThoseOfTheWire(Map.of());
    }

    @Test
    void barsInPostgresAreThoseOfTheWireOverADayWithHaltsKillAndRestart() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            assertBarsAreThoseOfTheWire(postgres.settings());
        }
    }

    private void assertBarsAreThoseOfTheWire(Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("SIMULATOR_INSTRUMENTS", Integer.toString(INSTRUMENTS));
        settings.put("SIMULATOR_DAY", "PT4M");
        settings.put("FEED_FAULT", "halt:AAPL,MSFT@PT40S");
        settings.put("STREAM_BACKLOG", "1000000");
        Instant first;
        Instant last;
        int halted = 0;
        int compared = 0;
        try (var server = LibertyServer.start(settings)) {
            first = Instant.now();
            read(server, server::kill);
            server.startAgain();
            read(server, server::terminate);
            server.startAgain();
            read(server, () -> {});
            last = Instant.now();
            for (String symbol : Instruments.of(server.uri()).symbols()) {
                Map<Instant, Figures> expected = new HashMap<>();
                for (Figures bar : bars.getOrDefault(symbol, new WireBars(Duration.ofMinutes(1)))
                        .between(first.minusSeconds(60), last.plusSeconds(60))) {
                    if (isWhole(bar.start(), first, last)) {
                        expected.put(bar.start(), bar);
                    }
                }
                for (JsonObject candle : candles(server, symbol)) {
                    Figures served = Figures.of(candle);
                    halted += candle.getJsonArray("marks").toString().contains("halted") ? 1 : 0;
                    if (isWhole(served.start(), first, last)) {
                        assertThat(served).as(symbol).isEqualTo(expected.remove(served.start()));
                        compared++;
                    }
                }
                assertThat(expected.keySet()).as("%s: on the wire only", symbol).isEmpty();
            }
        }
        System.out.printf("%s minute bars were those of the wire; %s were marked as halted%n", compared, halted);
        assertThat(compared).isGreaterThanOrEqualTo(INSTRUMENTS);
        assertThat(halted).isPositive();
    }

    /// Reads all trades for a while, and then to the end of the stream.
    private void read(LibertyServer server, Runnable end) {
        String epoch;
        try (var hello = EventStream.open(server.uri("api/stream?topic=trade"))) {
            epoch = hello.next("hello").json().getString("epoch");
        }
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&lastEventId=" + epoch + "-0"))) {
            Instant until = Instant.now().plus(STRETCH);
            while (Instant.now().isBefore(until)) {
                add(stream.next());
            }
            cuts.add(Instant.now());
            end.run();
            // A server that is asked to stop goes on for a moment.
            cuts.add(Instant.now());
            if (!server.runs()) {
                stream.rest().forEach(this::add);
            }
        }
    }

    private void add(Event event) {
        assertThat(event.name()).isNotEqualTo("gap");
        if (event.is("trade")) {
            bars.computeIfAbsent(event.symbol(), symbol -> new WireBars(Duration.ofMinutes(1)))
                    .add(event.json());
        }
    }

    /// Whether a minute was neither cut nor only partly read: what happened in those is told by `HistoryIT`.
    private boolean isWhole(Instant start, Instant first, Instant last) {
        Instant end = start.plusSeconds(60);
        return !start.isBefore(first)
                && !end.isAfter(last.minusSeconds(5))
                && cuts.stream()
                        .noneMatch(cut ->
                                !cut.isBefore(start) && cut.minusSeconds(5).isBefore(end));
    }

    private static List<JsonObject> candles(LibertyServer server, String symbol) {
        String query = "api/candles/%s?interval=PT1M&limit=5000".formatted(symbol);
        return Instruments.array(Http.get(server.uri(query)).body()).getValuesAs(JsonObject.class);
    }
}
