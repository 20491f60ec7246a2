package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Http;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A client's mistake is reported to the client, and not logged.
class LogIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Accept | */*;q=abc", "Accept | foo", "Content-Type | x", "Accept-Language | zz;q=q"})
    void headerThatCannotBeReadIsNotLogged(String name, String value) {
        assertThat(Http.get(GuardedServer.uri("api/quotes/AAPL"), name, value).statusCode())
                .isEqualTo(400);

        assertLogHasNoFailure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%ff", "/api/quotes/%C0%80", "/api/schema/%E8%8B"})
    void pathThatIsNoTextIsNotLogged(String path) throws IOException {
        try (var connection = Connection.send("GET", GuardedServer.uri(""), path)) {
            assertThat(connection.status()).isEqualTo(400);
        }

        assertLogHasNoFailure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\nzz\r\n"})
    void bodyThatBreaksOffIsNotLogged(String rest) throws IOException {
        URI server = GuardedServer.uri("");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + rest)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            // Until the server has closed it, and so has logged what it logs.
            var _ = socket.getInputStream().readAllBytes();
        }

        assertLogHasNoFailure();
    }

    private static void assertLogHasNoFailure() {
        assertThat(GuardedServer.log()).doesNotContain("RESTEASY002130", "RESTEASY002375", "a request failed");
    }
}
