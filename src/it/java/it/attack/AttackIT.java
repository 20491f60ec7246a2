package it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.LibertyServer;
import it.Quotes;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Clients that request much and read nothing stop neither the market nor its subscribers, nor do they fill the log.
///
/// How long a tick or a health answer may take at most, `AttackSoak` says; a busy machine would break that here.
class AttackIT {

    private static final String PASSWORD = UUID.randomUUID().toString();

    /// Many intervals of the ticker, and less than such clients are kept waiting.
    private static final Duration LONG = Duration.ofSeconds(9);

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                // All quotes together are more than the buffers between the server and a client that does not read.
                "SIMULATOR_INSTRUMENTS", "2000",
                "SIMULATOR_PACE", "steady",
                "keystore_password", PASSWORD));
        Quotes.awaitOneOfEach(server.uri());
    }

    static List<Attack> attacks() {
        return List.of(
                Attack.withoutWindow(60, 100, "/api/quotes"),
                Attack.withoutWindow(30, 100, "/openapi"),
                Attack.withoutWindow(60, 100, "/health/live"),
                Attack.withoutWindow(60, 100, "/health/ready", "/api/quotes", "/openapi", "/api/stream"),
                Attack.pipelined(400, 60, "GET", "/api/quotes"),
                Attack.pipelined(100, 400, "GET", "/health/live"),
                Attack.pipelinedBefore(100, 400, "/api/features"),
                Attack.withoutBody(100, "/health/live"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void neitherStreamsNorHealthWaitForThem(Attack attack) {
        try (Observer observer = Observer.of(server);
                Attackers _ = attack.begin(server, PASSWORD)) {
            observer.watch(LONG);

            System.out.printf("%s: %s%n", attack, observer);
            assertThat(observer.longestSilence()).isLessThan(LONG);
            assertThat(observer.slowestHealth()).isLessThan(LONG);
            assertThat(observer.healthy()).as("again and again").isGreaterThan(3);
            assertThat(observer.unhealthy()).isZero();
        }
    }

    @Test
    void withoutTlsThereIsNoHttp2() throws IOException {
        URI target = server.uri("api/features");
        try (var upgrade = Connection.get(
                target,
                "Connection",
                "Upgrade, HTTP2-Settings",
                "Upgrade",
                "h2c",
                "HTTP2-Settings",
                "AAMAAABkAAQAAP__")) {
            assertThat(upgrade.status()).as("not 101").isEqualTo(200);
        }
        try (var socket = new Socket(target.getHost(), target.getPort())) {
            socket.getOutputStream()
                    .write(Http2Request.withoutWindow(1, "/api/features").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readNBytes(8), StandardCharsets.ISO_8859_1);
            assertThat(answer).as("an error in plain text, or nothing").matches("(HTTP/.*)?");
        }
    }

    @Test
    void logHasFewLinesHoweverOftenAClientFails() throws IOException {
        long before = server.log().lines().count();

        Attack.upgrading(50, "/api/features").begin(server, PASSWORD).close();
        URI secure = server.secureUri("");
        for (int i = 0; i < 500; i++) {
            try (var socket = new Socket(secure.getHost(), secure.getPort())) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                // The server has failed when it closes the connection.
                socket.getInputStream().readAllBytes();
            }
        }

        assertThat(server.log().lines().count() - before).isLessThan(1000);
        try (Stream<Path> files = Files.walk(server.directory())) {
            assertThat(files.filter(file -> file.toString().contains("/ffdc/ffdc_")))
                    .hasSizeLessThan(20);
        }
    }
}
