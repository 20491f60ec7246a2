package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Quotes;
import it.fault.Fault;
import it.fault.FaultyProxy;
import it.history.WireBars;
import it.history.WireBars.Figures;
import it.soak.TickAudience.Lateness;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// PostgreSQL is away for a minute, while 500 instruments tick four times a second for a thousand subscribers: no bar
/// is lost or doubled, and no tick is later than before.
class HistoryOutageSoak {

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage.seconds", 60));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double BOUND = 1.10;

    /// So many symbols' trades are summed up from the wire.
    private static final int WATCHED = 25;

    private final Map<String, WireBars> bars = new HashMap<>();

    @Test
    void minuteWithoutDatabaseCostsNoBarAndNoTime() {
        try (var postgres = new PostgresServer();
                var proxy = new FaultyProxy(URI.create("http://127.0.0.1:%s/".formatted(postgres.port())))) {
            postgres.start();
            try (var server = LibertyServer.start(Map.of(
                    "DATABASE_URL",
                    postgres.url(proxy.uri().getPort()),
                    "DATABASE_USER",
                    postgres.user(),
                    "SIMULATOR_INSTRUMENTS",
                    "500",
                    "TICKER_INTERVAL",
                    "PT0.25S"))) {
                Quotes.awaitOneOfEach(server.uri());
                List<String> symbols = Instruments.of(server.uri()).symbols().subList(0, WATCHED);
                var over = new AtomicBoolean();
                CompletableFuture<Instant> reading = CompletableFuture.supplyAsync(() -> read(server, symbols, over));
                Instant first = Instant.now();
                suffer(server, proxy);
                over.set(true);
                Instant last = reading.join();

                await().atMost(PATIENCE)
                        .until(() -> Http.answers(200, server.uri("api/candles/%s".formatted(symbols.getFirst()))));
                symbols.forEach(symbol -> assertSame(server, symbol, first, last));
            }
        }
    }

    private static void suffer(LibertyServer server, FaultyProxy proxy) {
        Instant begin;
        Instant away;
        Instant back;
        var audience = new TickAudience(server);
        try (audience) {
            begin = TickAudience.listen(WARM_UP);
            away = TickAudience.listen(OUTAGE);
            proxy.suffer(new Fault.Refuse());
            back = TickAudience.listen(OUTAGE);
            proxy.suffer(new Fault.None());
            TickAudience.listen(OUTAGE);
        }
        Lateness before = audience.between(begin, away);
        Lateness during = audience.between(away, back);
        Lateness after = audience.between(back, back.plus(OUTAGE));
        for (Lateness lateness : List.of(before, during, after)) {
            System.out.printf(
                    Locale.ROOT,
                    "p50 %.1f ms, p99 %.1f ms, %s ticks, at most %s ms apart%n",
                    lateness.p50(),
                    lateness.p99(),
                    lateness.ticks(),
                    lateness.widest());
        }
        assertThat(during.p99()).as("while it is away").isLessThanOrEqualTo(before.p99() * BOUND);
        assertThat(after.p99()).as("when it is back").isLessThanOrEqualTo(before.p99() * BOUND);
        assertThat((double) during.widest()).isLessThanOrEqualTo(before.widest() * BOUND);
    }

    /// Reads the trades of some symbols until it is over; returns when that was.
    private Instant read(LibertyServer server, List<String> symbols, AtomicBoolean over) {
        Instant time = Instant.EPOCH;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=" + String.join(",", symbols)))) {
            stream.next("hello");
            while (!over.get()) {
                var event = stream.next();
                assertThat(event.name()).isNotEqualTo("gap");
                if (event.is("trade")) {
                    bars.computeIfAbsent(event.symbol(), _ -> new WireBars(Duration.ofMinutes(1)))
                            .add(event.json());
                    time = Instant.parse(event.json().getString("time"));
                }
            }
        }
        return time;
    }

    /// All whole minutes.
    private void assertSame(LibertyServer server, String symbol, Instant first, Instant last) {
        Instant from = first.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
        Instant to = last.truncatedTo(ChronoUnit.MINUTES);
        var response = Http.get(
                server.uri("api/candles/%s?interval=PT1M&limit=5000&from=%s&to=%s".formatted(symbol, from, to)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonObject> served = Instruments.array(response.body()).getValuesAs(JsonObject.class);

        assertThat(served.stream().map(Figures::of))
                .as(symbol)
                .hasSizeGreaterThanOrEqualTo(3)
                .isEqualTo(bars.getOrDefault(symbol, new WireBars(Duration.ofMinutes(1)))
                        .between(from, to));
        assertThat(served)
                .as("%s, marks", symbol)
                .allMatch(bar -> bar.getJsonArray("marks").isEmpty());
    }
}
