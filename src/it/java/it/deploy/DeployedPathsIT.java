package it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.Http;
import it.fault.Nginx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which paths the nginx of `src/docs/deploy` forwards to a server that answers all of them.
class DeployedPathsIT {

    @TempDir
    static Path directory;

    private static HttpServer server;

    @AutoClose
    private static DeployedNginx nginx;

    private Visitors visitors;

    @BeforeAll
    static void start() throws IOException {
        Nginx.orSkip();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", DeployedPathsIT::answer);
        server.start();
        var uri =
                URI.create("http://127.0.0.1:%s/".formatted(server.getAddress().getPort()));
        nginx = DeployedNginx.before(uri, directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @BeforeEach
    void come() {
        visitors = new Visitors(nginx);
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app.js", "/api/quotes?symbol=AAPL", "/api/stream", "/api/stream/"})
    void whatIsForAllPassesAsItIs(String path) {
        HttpResponse<String> answer = visitors.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("inside: " + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics?scope=application",
                "/metrics/",
                "//metrics",
                "/%6detrics",
                "/metrics;a=b",
                "/;a=b/metrics",
                "/%3Ba=b/metrics",
                "/x/..;/metrics",
                "/x/../metrics",
                "/x/%2e%2e/metrics",
                "/x%2f..%2fmetrics",
                "/api/../metrics",
                "/METRICS",
                "/health",
                "/health/ready",
                "/openapi",
                "/openapi/ui/",
                "/ibm/api/config"
            })
    void whatIsForThoseInsideIsNotToBeHadFromOutside(String path) {
        HttpResponse<String> answer = visitors.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<center>nginx</center>");
    }

    @Test
    void withoutTlsThereIsOnlyTheWayToIt() {
        HttpResponse<String> answer = Http.get(nginx.plain().resolve("api/quotes?symbol=AAPL"));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://127.0.0.1/api/quotes?symbol=AAPL");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ("inside: " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
