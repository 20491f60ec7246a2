package it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.Connection;
import it.FreePorts;
import it.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The recipes of `src/docs/deploy` for other proxies than nginx, in front of a server that answers everything.
class RecipesIT {

    private static final List<String> INSIDE = List.of(
            "/metrics",
            "/metrics?name=x",
            "//metrics",
            "/%6detrics",
            "/METRICS",
            "/metrics;a=b",
            "/;a=b/metrics",
            "/%3Ba=b/metrics",
            "/x/../metrics",
            "/x/%2e%2e/metrics",
            "/x%2f..%2fmetrics",
            "/api/..%2fmetrics",
            "/health/ready",
            "/openapi/ui/",
            "/ibm/api/config");
    private static final List<String> FOR_ALL = List.of(
            "/",
            "/app.js",
            "/api/quotes/BTC/USD",
            "/api/quotes/BTC%2FUSD",
            "/api/quotes?symbol=AAPL%2CMSFT",
            "/api/quotes?_=" + "a".repeat(31_998));

    @TempDir
    static Path directory;

    private static final Semaphore NEXT_EVENT = new Semaphore(0);
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static HttpServer server;
    private static URI uri;

    @BeforeAll
    static void start() throws IOException {
        // A query of 32,000 characters is longer than this server reads by default.
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "393216");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/", RecipesIT::answer);
        server.createContext("/api/stream", RecipesIT::stream);
        server.start();
        uri = URI.create("http://127.0.0.1:%s/".formatted(server.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        THREADS.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void proxyPassesEventsAtOnceAndOnlyWhatIsForAll(Recipe recipe) throws IOException {
        try (var proxy = recipe.before(uri, directory)) {
            assertEventsPassAtOnce(proxy.uri());
            assertThat(FOR_ALL).allSatisfy(path -> {
                assertThat(status(proxy.uri(), path)).as(path).isEqualTo(200);
            });
            assertThat(INSIDE)
                    .allSatisfy(path ->
                            assertThat(status(proxy.uri(), path)).as(path).isIn(403, 404));
            assertThat(Http.get(
                                    proxy.uri().resolve("app.js"),
                                    "X-Forwarded-For",
                                    "203.0.113.1",
                                    "Forwarded",
                                    "for=203.0.113.2")
                            .body())
                    .as("a client cannot say that it is another one")
                    .isEqualTo("/app.js for [127.0.0.1] and null");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HAPROXY", "CADDY"})
    void browserThatAsksForAStreamWhileTheServerIsAwayComesBack(Recipe recipe) {
        var nobody =
                URI.create("http://127.0.0.1:%s/".formatted(FreePorts.find().http()));

        try (var proxy = recipe.before(nobody, directory)) {
            var answer = await().until(
                            () -> Http.get(proxy.uri().resolve("api/stream")), found -> found.statusCode() == 200);

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(answer.body())
                    .matches("retry: (\\d{4})\nevent: goodbye\ndata: \\{\"reason\":\"shutdown\",\"retry\":\\1}\n\n");
        }
    }

    private static void assertEventsPassAtOnce(URI proxy) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            NEXT_EVENT.drainPermits();
            NEXT_EVENT.release();
            try (var stream = Connection.send("GET", proxy, "/api/stream", "Accept-Encoding", "gzip")) {
                InputStream body = stream.body();
                for (int i = 0; i < 3; i++) {
                    assertThat(Connection.line(body)).isEqualTo("data: " + i);
                    assertThat(Connection.line(body)).isEmpty();
                    // The server writes the next one only when this one is here.
                    NEXT_EVENT.release();
                }
            }
        });
    }

    private static int status(URI proxy, String path) throws IOException {
        try (var connection = Connection.send("GET", proxy, path)) {
            return connection.status();
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = "%s for %s and %s"
                    .formatted(
                            exchange.getRequestURI().getRawPath(),
                            exchange.getRequestHeaders().get("X-Forwarded-For"),
                            exchange.getRequestHeaders().getFirst("Forwarded"))
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Content-Encoding", "identity");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 3; i++) {
                NEXT_EVENT.acquireUninterruptibly();
                out.write("data: %s\n\n".formatted(i).getBytes(UTF_8));
                out.flush();
            }
        }
    }
}
