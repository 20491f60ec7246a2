package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.LivelyServer;
import it.Measures;
import it.ServerDirectory;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file says of instruments reaches readers, by stream and by REST, and prices keep to it; so it does when the
/// file changes, and a bad one changes nothing.
class InstrumentsFileIT {

    private static final String HEADER = "symbol,name,sector,mic,currency,tickSize,negative,calendar\n";
    private static final String ROWS = """
            BTC/USD,Bitcoin,Crypto,,USD,0.01,,
            币安人生USDT,币安人生,Crypto,,USD,1e-12,,
            CL=F,"Crude oil, ""WTI""\",Energy,XNYM,USD,0.01,true,
            0700.HK,Tencent,Technology,XHKG,HKD,0.2,,HOLIDAYS
            """;

    @AutoClose
    private static FeedServer market;

    private static Path file;

    @BeforeAll
    static void start() throws IOException {
        Path folder = ServerDirectory.temporary("instruments-");
        file = folder.resolve("instruments.csv");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path calendars = Files.writeString(
                folder.resolve("calendars.csv"), """
            calendar,zone,hours,days,holidays
            HOLIDAYS,Asia/Hong_Kong,09:30-12:00;13:00-16:00,MON;TUE;WED;THU;FRI;SAT;SUN,%s;%s;%s
            """.formatted(today.minusDays(1), today, today.plusDays(1)));
        replace(HEADER + ROWS);
        market = FeedServer.start(Map.of(
                "INSTRUMENTS_FILE",
                file.toString(),
                "INSTRUMENTS_CALENDARS",
                calendars.toString(),
                "INSTRUMENTS_RELOAD",
                "PT0.2S",
                "COMMENTARY_ENABLED",
                "false"));
    }

    @Test
    void instrumentsAreThoseOfTheFileAndChangeWithIt() throws IOException {
        try (var stream = EventStream.open(market.server().uri("api/stream?topic=instrument"))) {
            stream.next("hello");
            assertThat(post(FeedPost.trade("BTC/USD", "67920.1", "0.25"), FeedPost.trade("ODD", "1.5", "1"))
                            .getInt("taken"))
                    .isEqualTo(2);

            JsonObject bitcoin = next(stream, "BTC/USD").json();
            assertThat(bitcoin).isEqualTo(one("BTC/USD").json());
            next(stream, "ODD");
            assertThat(bitcoin.getString("name")).isEqualTo("Bitcoin");
            assertThat(bitcoin.getString("sector")).isEqualTo("Crypto");
            assertThat(bitcoin.get("tickSize")).hasToString("0.01");
            assertThat(one("ODD").json().get("tickSize"))
                    .as("a guess, as without a file")
                    .hasToString("0.1");
            assertThat(market.quote("BTC/USD").get("last")).hasToString("67920.10");

            String tag = one("BTC/USD").tag();
            replace(HEADER + ROWS.replace("Bitcoin,Crypto", "Bitcoin in US dollars,Coins"));

            Event next = stream.next();
            assertThat(next.symbol()).as("nothing else has changed").isEqualTo("BTC/USD");
            assertThat(next.json().getString("name")).isEqualTo("Bitcoin in US dollars");
            assertThat(one("BTC/USD").tag()).isNotEqualTo(tag);
            assertThat(one("BTC/USD").json()).isEqualTo(next.json());

            long refused = refused();
            replace(HEADER + ROWS + "BTC/USD,Twice,,,,,,\n");
            await().until(() -> refused() == refused + 1);
            assertThat(market.server().log())
                    .contains("Instruments stay as they were: " + file
                            + ", line 6: BTC/USD is listed twice, first in line 2");
            assertThat(one("BTC/USD").json()).isEqualTo(next.json());
            Files.delete(file);
            await().until(() -> refused() == refused + 2);
            assertThat(one("BTC/USD").json()).isEqualTo(next.json());

            replace(HEADER + ROWS.replace("0.01,,\n币", "0.05,,\n币"));
            assertThat(stream.next().json().get("tickSize")).as("back again").hasToString("0.05");
            assertThat(refused()).isEqualTo(refused + 2);
        } finally {
            replace(HEADER + ROWS);
        }
    }

    @Test
    void pricesKeepToTheFile() throws IOException {
        JsonObject answer = post(
                FeedPost.trade("CL=F", "-37.63", "1"),
                FeedPost.trade("CL=F", "-37.635", "1"),
                FeedPost.trade("币安人生USDT", "1e-12", "1"),
                FeedPost.trade("币安人生USDT", "1e12", "1"),
                FeedPost.trade("币安人生USDT", "-1", "1"));

        assertThat(answer.getInt("taken")).isEqualTo(3);
        assertThat(answer.getJsonArray("faults").getValuesAs(JsonObject.class))
                .extracting(fault -> fault.getInt("line") + " " + fault.getString("fault"))
                .containsExactly(
                        "2 price -37.635 is no multiple of the tick size 0.01 (instruments.file)",
                        "5 price -1 is not positive, and feed.http.negative is not set");
        assertThat(market.quote("CL=F").get("last")).hasToString("-37.63");
        JsonObject coin = market.quote(URLEncoder.encode("币安人生USDT", StandardCharsets.UTF_8));
        assertThat(coin.getJsonNumber("low").bigDecimalValue()).isEqualTo("0.000000000001");
        assertThat(coin.get("last")).hasToString("1000000000000.000000000000");
        assertThat(one("CL=F").json().getString("name")).isEqualTo("Crude oil, \"WTI\"");
    }

    @Test
    void quoteIsClosedOutOfItsHours() throws IOException {
        post(FeedPost.trade("0700.HK", "602.2", "100"));

        await().until(() -> market.quote("0700.HK").getString("status").equals("closed"));
        JsonObject tencent = one("0700.HK").json();
        assertThat(tencent.getString("zone")).isEqualTo("Asia/Hong_Kong");
        assertThat(tencent.getJsonArray("hours")).hasToString("[\"09:30-12:00\",\"13:00-16:00\"]");
        assertThat(tencent.getJsonArray("holidays")).hasSize(3);
        assertThat(Http.get(market.server().uri("api/instruments/0700.HK"), "Accept", "text/csv")
                        .body())
                .contains(",Asia/Hong_Kong,09:30-12:00 13:00-16:00,");
    }

    @Test
    void badFileKeepsTheApplicationFromStarting(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "symbol,mic\nAAPL,XNAS\nMSFT,Nasdaq\n");

        String log;
        try (var server = LibertyServer.startRefused(Map.of("INSTRUMENTS_FILE", bad.toString()))) {
            log = server.log();
        }

        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(bad + ", line 3: MSFT: mic 'Nasdaq' is no ISO 10383 code such as XNAS"));
    }

    @Test
    void withoutAFileThereIsNoTopic() {
        assertThat(Http.get(LivelyServer.uri().resolve("api/stream?topic=instrument"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static Event next(EventStream stream, String symbol) {
        Event event = stream.next("instrument");
        while (!event.symbol().equals(symbol)) {
            event = stream.next("instrument");
        }
        return event;
    }

    private static JsonObject post(String... lines) throws IOException {
        try (var post = FeedPost.open(market.feed("?source=file"), market.credential())) {
            return post.send(lines).answer();
        }
    }

    private static long refused() {
        return Measures.of(market.server().uri())
                .count("tickertape_instruments_file_reads_total", "outcome", "refused");
    }

    /// One instrument at rest.
    private record Answer(JsonObject json, String tag) {}

    private static Answer one(String symbol) {
        var answer = Http.get(market.server().uri("api/instruments/" + symbol));
        return new Answer(
                Instruments.object(answer.body()),
                answer.headers().firstValue("ETag").orElseThrow());
    }

    // As a whole, as an operator should.
    private static void replace(String text) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next.csv"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
