package it.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.fault.FaultyProxy;
import it.fault.Nginx;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients and operators get from the nginx of `src/docs/deploy` while the server behind it is healthy.
class DeployedNginxIT {

    @TempDir
    static Path directory;

    @AutoClose
    private static LibertyServer server;

    @AutoClose
    private static DeployedNginx nginx;

    private Visitors visitors;

    @BeforeAll
    static void start() {
        Nginx.orSkip();
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "10",
                "STREAM_HEARTBEAT", "PT0.5S",
                "STREAM_SUBSCRIBERS_PER_ADDRESS", "2",
                "TRUSTED_PROXIES", "127\\.0\\.0\\.1"));
        nginx = DeployedNginx.before(server.uri(), directory);
    }

    @BeforeEach
    void come() {
        visitors = new Visitors(nginx);
    }

    @AfterEach
    void leave() {
        visitors.leave();
        await().until(() -> server.subscribers() == 0);
    }

    // Less is sent here in a minute than fits into one of nginx's buffers.
    @ParameterizedTest
    @EnumSource(Version.class)
    void eventsOfAQuietStreamPassAtOnce(Version version) {
        var answer = visitors.open("127.0.0.1", version, "api/stream?topic=status");

        List<String> events = answer.body()
                .filter(line -> line.startsWith("event: "))
                .limit(4)
                .toList();

        assertThat(answer.version()).isEqualTo(version);
        assertThat(events).containsExactly("event: hello", "event: status", "event: heartbeat", "event: heartbeat");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("identity");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void whoLeavesNginxLeavesTheServer(Version version) {
        assertThat(Visitors.firstEvent(visitors.open("127.0.0.1", version, "api/stream")))
                .isEqualTo("event: hello");
        assertThat(server.subscribers()).isEqualTo(1);

        visitors.leave();

        await().until(() -> server.subscribers() == 0);
    }

    @Test
    void streamsAreCountedByTheClientsAddressAndNotByWhatItSays() {
        assertThat(visitors.firstEvent("127.0.0.2", "X-Forwarded-For", "203.0.113.1"))
                .isEqualTo("event: hello");
        assertThat(visitors.firstEvent("127.0.0.2", "Forwarded", "for=203.0.113.2"))
                .isEqualTo("event: hello");

        assertThat(visitors.firstEvent("127.0.0.2", "X-Forwarded-For", "203.0.113.3"))
                .isEqualTo("event: goodbye");
        assertThat(visitors.firstEvent("127.0.0.2", "Forwarded", "for=203.0.113.4"))
                .isEqualTo("event: goodbye");
        assertThat(visitors.firstEvent("127.0.0.3")).as("another client").isEqualTo("event: hello");
    }

    @Test
    void queryMayBeAsLongAsTheServerAllows() {
        String symbols = "AAPL,".repeat(990) + "AAPL";
        String filler = "&_=" + "y".repeat(32_000 - "symbol=&_=".length() - symbols.length());
        HttpResponse<Stream<String>> most =
                visitors.open("127.0.0.1", Version.HTTP_2, "api/stream?symbol=" + symbols + filler);
        HttpResponse<String> tooLong = visitors.get("/api/quotes?_=" + "y".repeat(32_000));

        assertThat(Visitors.firstEvent(most)).isEqualTo("event: hello");
        assertThat(tooLong.statusCode()).isEqualTo(414);
        assertThat(tooLong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/quotes/BTC/USD", "/api/quotes/BTC%2FUSD", "/api/instruments/BTC%2FUSD"})
    void symbolWithASlashMayBeEncodedOrNot(String path) {
        HttpResponse<String> answer = visitors.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(" BTC/USD");
    }

    @Test
    void connectionToTheServerIsKept(@TempDir Path folder) {
        try (var between = new FaultyProxy(server.uri());
                var other = DeployedNginx.before(between.uri(), folder);
                var client = other.client("127.0.0.1")) {
            var request = HttpRequest.newBuilder(other.uri().resolve("api/quotes"));
            HttpResponse<String> first = Visitors.send(client, request, BodyHandlers.ofString());
            var lines = between.lines();

            for (int i = 0; i < 5; i++) {
                Visitors.send(client, request, BodyHandlers.ofString());
            }

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(lines).hasSize(1);
            assertThat(between.lines()).isEqualTo(lines);
        }
    }
}
