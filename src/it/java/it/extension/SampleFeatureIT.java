package it.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.swagger.v3.parser.OpenAPIV3Parser;
import it.Event;
import it.EventStream;
import it.Health;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Measures;
import it.Patience;
import it.openapi.OpenApi;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tickertape.client.LiveStream;
import tickertape.client.Tickertape;
import tickertape.client.Topic;

/// A feature that comes in a jar has everything that the server's own features have.
class SampleFeatureIT {

    @AutoClose
    private static LibertyServer server;

    private static Memos memos;

    private static final Topic<Received> MEMOS = Topic.every("memo", Received.class);

    /// What a client makes of a memo.
    public record Received(long number, String symbol, String text) {}

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                SampleWar.build(),
                Map.of(
                        "FEED_SOURCE", "sample",
                        "TICKER_INTERVAL", "PT0.1S",
                        "MEMOS_KEPT", "50"));
        memos = Memos.of(server.uri());
    }

    @Test
    void itsFeedMovesTheMarket() {
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote&symbol=SINE"))) {
            Event quote = stream.next("quote");

            assertThat(stream.next("quote").json().getInt("seq"))
                    .isGreaterThan(quote.json().getInt("seq"));
        }
        assertThat(Instruments.of(server.uri()).symbols()).containsExactly("SINE", "ANTI");
    }

    @Test
    void itsTopicsAreAnnouncedWithKindKeyAndAudience() {
        try (var stream = EventStream.open(server.uri("api/stream"))) {
            assertThat(stream.next("hello").json().getJsonArray("topics"))
                    .contains(
                            topic("memo", "every", "symbol", "all"),
                            topic("dictation", "growing", "dictation", "all"),
                            Json.createObjectBuilder(topic("reminder", "every", "", "owner"))
                                    .remove("key")
                                    .build());
        }
    }

    private static JsonObject topic(String name, String kind, String key, String audience) {
        return Json.createObjectBuilder()
                .add("audience", audience)
                .add("key", key)
                .add("kind", kind)
                .add("name", name)
                .add("standard", false)
                .build();
    }

    @Test
    void withoutAccountsItsPrivateTopicIsClosed() {
        HttpResponse<String> response = Http.get(server.uri("api/stream?topic=reminder"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"tickertape\"");
    }

    @Test
    void whatIsWrittenIsOnTheStreamAndAtRest() {
        try (var stream = EventStream.open(server.uri("api/stream?topic=memo&symbol=SINE"))) {
            assertThat(stream.next().is("hello")).isTrue();
            memos.write("ANTI", "for others");
            JsonObject written = memos.write("SINE", "for this reader");

            Event event = stream.next("memo");

            assertThat(event.json()).isEqualTo(written);
            assertThat(memos.all()).contains(written);
        }
    }

    @Test
    void readerThatComesBackGetsWhatItMissed() {
        String position;
        try (var stream = EventStream.open(server.uri("api/stream?topic=memo"))) {
            assertThat(stream.next().is("hello")).isTrue();
            memos.write("SINE", "seen");
            position = stream.next("memo").id().orElseThrow();
        }
        JsonObject missed = memos.write("SINE", "missed");

        try (var stream = EventStream.open(server.uri("api/stream?topic=memo"), "Last-Event-ID", position)) {
            assertThat(stream.next("memo").json()).isEqualTo(missed);
        }
    }

    @Test
    void clientFollowsItsTopicWithARecordAndOneLine() throws InterruptedException {
        var received = new LinkedBlockingQueue<Received>();
        var connected = new CountDownLatch(1);
        var client = Tickertape.at(server.uri()).on(MEMOS, received::add).onReport(report -> connected.countDown());
        try (LiveStream stream = client.open()) {
            assertThat(connected.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                    .as("%s", stream)
                    .isTrue();
            JsonObject written = memos.write("ANTI", "for the client");

            Received memo = received.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

            assertThat(memo).isEqualTo(new Received(written.getInt("number"), "ANTI", "for the client"));
        }
    }

    @Test
    void itsTickListenerKnowsTheLastPrice() {
        await().until(() -> Measures.of(server.uri())
                        .count("tickertape_tick_listener_ticks_total", "listener", "memos", "outcome", "delivered")
                > 0);

        assertThat(memos.write("SINE", "with its price").getJsonNumber("price").doubleValue())
                .isBetween(90.0, 110.0);
    }

    @Test
    void whatItKeepsInTheDatabaseOutlivesTheServer() {
        JsonObject written = memos.write("SINE", "to be remembered");
        // What waits is written before the end; a kill would lose the last fraction of a second.
        server.terminate();

        server.startAgain();

        assertThat(memos.all())
                .anySatisfy(memo -> assertThat(
                                List.of(memo.getInt("number"), memo.getString("text"), memo.getString("time")))
                        .isEqualTo(List.of(
                                written.getInt("number"), written.getString("text"), written.getString("time"))));
        assertThat(memos.write("SINE", "the next").getInt("number")).isEqualTo(written.getInt("number") + 1);
    }

    @Test
    void itsSettingIsInTheLineOfTheStart() {
        await().untilAsserted(() ->
                assertThat(server.log()).containsPattern("Tickertape .*feed: two waves; .*memos: 50 kept"));
    }

    @Test
    void itsHealthCheckCounts() {
        assertThat(Health.ready(server.uri()).up()).contains("memos");
    }

    @Test
    void itsMetricsAreBesideTheOthers() {
        Measures before = Measures.of(server.uri());
        memos.write("SINE", "counted");
        Measures after = Measures.of(server.uri());

        assertThat(after.count("tickertape_memos_written_total"))
                .isGreaterThan(before.count("tickertape_memos_written_total"));
        assertThat(after.count(
                        "tickertape_request_duration_seconds_count",
                        "route",
                        "/api/memos",
                        "method",
                        "POST",
                        "status",
                        "201"))
                .isPositive();
    }

    @Test
    void itsPathsAndItsTopicAreInTheOpenApiDocument() {
        JsonObject openApi = OpenApi.ofLiberty(server.uri()).document();

        assertThat(openApi.getJsonObject("paths").keySet())
                .contains(
                        "/api/memos", "/api/memos/{number}", "/api/reminders", "/api/dictations/{name}", "/api/quotes");
        assertThat(openApi.getJsonObject("paths").getJsonObject("/api/memos").keySet())
                .contains("get", "post");
        assertThat(openApi.getJsonObject("components").getJsonObject("schemas").getJsonObject("Memo"))
                .isNotNull();
        assertThat(openApi.getJsonObject("components")
                        .getJsonObject("parameters")
                        .getJsonObject("topic")
                        .toString())
                .contains("\"memo\"", "\"quote\"");
        assertThat(new OpenAPIV3Parser().readContents(openApi.toString()).getMessages())
                .isEmpty();
    }

    @Test
    void itsPartOfThePageIsServedAndAnnounced() {
        String features = Http.get(server.uri("api/features")).body();
        HttpResponse<String> module = Http.get(server.uri("sample/feature.js"));

        assertThat(features).contains("{\"module\":\"sample/feature.js\"}");
        assertThat(module.statusCode()).isEqualTo(200);
        assertThat(module.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(List.of("en", "zh"))
                .allSatisfy(language -> assertThat(Http.get(server.uri("sample/words/" + language + ".js"))
                                .statusCode())
                        .isEqualTo(200));
    }
}
