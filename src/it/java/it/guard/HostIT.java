package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client names as the host decides nothing but whether it is served.
class HostIT {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1/api/quotes?", "127.0.0.1/api/quotes#", "a b", "user@127.0.0.1"})
    void pathInPlaceOfAHostIsRefused(String host) throws IOException {
        try (var refused = ask("/api/stream", host)) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/quotes",
                "/api/stream",
                "/metrics",
                "/openapi",
                "/openapi/ui",
                "/openapi/ui/",
                "/%6fpenapi/ui",
                "//openapi/ui",
                "/x/../openapi/ui",
                "/openapi/document"
            })
    void hostThatIsNotListedIsNotServed(String path) throws IOException {
        try (var refused = ask(path, "evil.example")) {
            assertThat(refused.status()).isEqualTo(421);
        }
    }

    @Test
    void hostThatIsListedIsServedUnderAnyPort() throws IOException {
        try (var served = ask("/api/features", "LocalHost:1")) {
            assertThat(served.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/openapi/ui/, localhost", "/health/live, evil.example"})
    void whatTheServerHasItselfIsServedUnderListedHostsAndHealthUnderAny(String path, String host) throws IOException {
        try (var served = ask(path, host)) {
            assertThat(served.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/ui", "/%6fpenapi/ui", "//openapi/ui", "/openapi/ui;x"})
    void redirectLeadsToTheSameHost(String path) throws IOException {
        try (var redirected = ask(path, "localhost:1")) {
            assertThat(redirected.status()).isEqualTo(302);
            assertThat(redirected.header("Location")).hasValue("/openapi/ui/");
        }
    }

    private static Connection ask(String path, String host) {
        return Connection.send("GET", GuardedServer.uri(""), path, "Host", host);
    }
}
