package it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.history.WireBars.Figures;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Reads the trades of some symbols from now on, to compare what they add up to with the minutes that are served.
public final class MinuteWatch {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final LibertyServer server;
    private final List<String> symbols;
    private final Map<String, WireBars> bars = new HashMap<>();
    private final Instant first = Instant.now();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Instant> last;

    /// @param count how many symbols
    public MinuteWatch(LibertyServer server, int count) {
        this.server = server;
        symbols = Instruments.of(server.uri()).symbols().subList(0, count);
        // On a thread of its own: those that all share also note that processes end.
        last = CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
    }

    /// Returns when that was over.
    private Instant read() {
        Instant time = Instant.EPOCH;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=" + String.join(",", symbols)))) {
            stream.next("hello");
            while (!over.get()) {
                var event = stream.next();
                assertThat(event.name()).isNotEqualTo("gap");
                if (event.is("trade")) {
                    bars.computeIfAbsent(event.symbol(), _ -> new WireBars(MINUTE))
                            .add(event.json());
                    time = Instant.parse(event.json().getString("time"));
                }
            }
        }
        return time;
    }

    /// Reads no more.
    public MinuteWatch end() {
        over.set(true);
        last.join();
        return this;
    }

    /// Asserts that all whole minutes until the end are served as they are, and without marks.
    public void assertServed(int least) {
        await().until(() -> Http.answers(200, server.uri("api/candles/%s".formatted(symbols.getFirst()))));
        symbols.forEach(symbol -> assertServed(symbol, least));
    }

    private void assertServed(String symbol, int least) {
        Instant from = first.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
        Instant to = last.join().truncatedTo(ChronoUnit.MINUTES);
        var response = Http.get(
                server.uri("api/candles/%s?interval=PT1M&limit=5000&from=%s&to=%s".formatted(symbol, from, to)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonObject> served = Instruments.array(response.body()).getValuesAs(JsonObject.class);

        assertThat(served.stream().map(Figures::of))
                .as(symbol)
                .hasSizeGreaterThanOrEqualTo(least)
                .isEqualTo(bars.getOrDefault(symbol, new WireBars(MINUTE)).between(from, to));
        assertThat(served)
                .as("%s, marks", symbol)
                .allMatch(bar -> bar.getJsonArray("marks").isEmpty());
    }
}
