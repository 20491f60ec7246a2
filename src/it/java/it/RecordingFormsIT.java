package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A recording as the world writes it goes through the whole server: other symbols, tiny and negative prices,
/// exponents, a little disorder, an hour without a trade, as gzip.
class RecordingFormsIT {

    private static final String COIN = "\u5E01\u5B89USDT";
    private static final String RECORDING = """
            1700000000.2,0.00000012,1e-05,PEPE/USD
            1700000000.1,100,1,M&M.NS
            1700000000.2,1.0E+2,1,^GSPC
            1700000000.2,1.1,1,EURUSD=X
            1700000000.2,0.02,5,%s
            1700000000.2,37.63,1,CL
            1700000000.3,-37.63,1,CL
            """.formatted(COIN);

    /// A symbol that trades for some seconds, and again after an hour.
    private static final String HOLE = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> "%s,%s,1,HOLE\n".formatted(BigDecimal.valueOf(17_000_000_004L + i, 1), i))
                    .collect(Collectors.joining())
            + "1700003600,1,1,HOLE\n";

    private static final Set<String> STALE = Set.of("stale");

    @TempDir
    private static Path folder;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() throws IOException {
        Path file = folder.resolve("world.csv.gz");
        try (var zip = new GZIPOutputStream(Files.newOutputStream(file))) {
            zip.write((RECORDING + HOLE).getBytes(StandardCharsets.UTF_8));
        }
        server = LibertyServer.start(Map.of(
                "FEED_SOURCE", "replay",
                "REPLAY_FILE", file.toString(),
                "REPLAY_NEGATIVE", "true",
                "TICKER_INTERVAL", "PT0.1S"));
        Quotes.awaitOneOfEach(server.uri());
        // From then on, nothing changes.
        await().until(() -> STALE.equals(statuses()));
    }

    @ParameterizedTest
    @CsvSource({
        "PEPE/USD, 0.00000012",
        "M&M.NS, 100",
        "%5EGSPC, 100",
        "EURUSD=X, 1.1",
        "%E5%B8%81%E5%AE%89USDT, 0.02",
        "CL, -37.63"
    })
    void everySymbolHasItsQuote(String path, BigDecimal last) {
        HttpResponse<String> response = Http.get(server.uri("api/quotes/" + path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Instruments.object(response.body()).getJsonNumber("last").bigDecimalValue())
                .isEqualByComparingTo(last);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(Http.get(server.uri("api/quotes/" + path), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void streamIsFilteredByThem() {
        try (var stream =
                EventStream.open(server.uri("api/stream?topic=quote&symbol=%5EGSPC,M%26M.NS,%E5%B8%81%E5%AE%89USDT"))) {
            stream.next("hello");

            assertThat(stream.next(3)).extracting(Event::symbol).containsOnly("^GSPC", "M&M.NS", COIN);
        }
    }

    @Test
    void numbersHaveNoExponentAnywhere() {
        for (String path : List.of("api/quotes", "api/instruments")) {
            assertThat(Http.get(server.uri(path)).body()).contains("0.00000012").doesNotContainPattern("[0-9]E-?[0-9]");
        }
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote&symbol=PEPE/USD"))) {
            assertThat(stream.next("quote").data()).contains("\"last\":0.00000012", "\"change\":0.00000000");
        }
    }

    @Test
    void holeTurnsQuotesStaleAndLeavesTheServerReady() {
        assertThat(statuses()).isEqualTo(STALE);
        Health ready = Health.ready(server.uri());
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.up()).contains("feed", "tape");
        assertThat(server.log()).contains("The feed has fallen silent: all quotes are stale");
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote&symbol=HOLE"))) {
            JsonObject quote = stream.next("quote").json();
            assertThat(quote.getString("status")).isEqualTo("stale");
            assertThat(quote.getJsonNumber("last").bigDecimalValue()).isEqualByComparingTo("100");
        }
    }

    private static Set<String> statuses() {
        return Quotes.atRest(server.uri()).stream()
                .map(quote -> quote.asJsonObject().getString("status"))
                .collect(Collectors.toSet());
    }

    @Test
    void disorderIsLogged() {
        assertThat(server.log()).contains("world.csv.gz: 1 of 108 trades were out of order, by up to PT0.1S");
    }
}
