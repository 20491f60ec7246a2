package it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import it.Instruments;
import it.LibertyServer;
import it.fault.Nginx;
import it.wire.Schemas;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the nginx of `src/docs/deploy` answers while no server is behind it, so that browsers reconnect.
class OutageIT {

    private static final Pattern GOODBYE =
            Pattern.compile("retry: (?<retry>\\d{4})\nevent: goodbye\ndata: (?<data>\\{.*})\n\n");

    @TempDir
    static Path directory;

    @AutoClose
    private static LibertyServer server;

    @AutoClose
    private static DeployedNginx nginx;

    @AutoClose
    private static HttpClient client;

    @BeforeAll
    static void start() {
        Nginx.orSkip();
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "3"));
        nginx = DeployedNginx.before(server.uri(), directory);
        client = nginx.client("127.0.0.1");
    }

    @BeforeEach
    void startAgainAfterTheTestBefore() {
        if (!server.runs()) {
            server.startAgain();
        }
    }

    @Test
    void whoAsksAServerThatIsGoneIsAskedToComeBack() throws Exception {
        server.kill();

        var retries = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            retries.add(assertGoodbye(get("api/stream")));
        }
        assertGoodbye(get("api/stream/?symbol=AAPL"));
        HttpResponse<String> atRest = get("api/quotes");

        assertThat(retries).allSatisfy(retry -> assertThat(retry).isBetween(2000, 4999));
        assertThat(retries.stream().distinct()).hasSizeGreaterThan(10);
        assertThat(atRest.statusCode()).isEqualTo(503);
        assertThat(atRest.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(atRest.headers().firstValue("Retry-After")).isPresent();
        assertThat(new Schemas().faults("problem", atRest.body())).isEmpty();
        assertThat(Instruments.object(atRest.body()).getInt("status")).isEqualTo(503);
    }

    @Test
    void streamsOfAnApplicationThatIsAwayAreAskedToComeBackUntilItIsThere() throws Exception {
        server.undeploy();
        assertGoodbye(get("api/stream"));
        assertGoodbye(get("api/stream/?topic=status"));

        server.deploy();

        try (var lines =
                client.send(request("api/stream"), BodyHandlers.ofLines()).body()) {
            assertThat(lines.filter(line -> line.startsWith("event: ")).findFirst())
                    .hasValue("event: hello");
        }
    }

    @Test
    void nginxTellsItsOwnMeasures() throws Exception {
        var request = HttpRequest.newBuilder(nginx.status()).build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("(?s)Active connections: [1-9].*");
    }

    /// Returns after how many milliseconds the client should reconnect.
    private static int assertGoodbye(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
        Matcher goodbye = GOODBYE.matcher(answer.body());
        assertThat(goodbye.matches()).as(answer.body()).isTrue();
        String data = goodbye.group("data");
        assertThat(new Schemas().faults("goodbye", data)).isEmpty();
        int retry = Integer.parseInt(goodbye.group("retry"));
        assertThat(Instruments.object(data).getInt("retry")).isEqualTo(retry);
        assertThat(Instruments.object(data).getString("reason")).isEqualTo("shutdown");
        return retry;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(nginx.uri().resolve(path)).build();
    }
}
