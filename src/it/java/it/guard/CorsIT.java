package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of listed origins may do what our own may; pages of other origins may do nothing.
class CorsIT {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/quotes/AAPL",
                "api/instruments",
                "api/quotes/NOPE",
                "api/nothing/here",
                "api/stream?symbol=NOPE",
                "api/stream?rate=0"
            })
    void listedOriginReadsAnswersAndRefusalsAlike(String path) {
        HttpResponse<String> answer = Http.get(GuardedServer.uri(path), "Origin", GuardedServer.LISTED);

        assertThat(answer.headers().allValues(ALLOWED)).containsExactly(GuardedServer.LISTED);
        assertThat(answer.headers().allValues("Access-Control-Allow-Credentials"))
                .containsExactly("true");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "Link", "Retry-After");
        assertThat(vary(answer)).contains("Origin");
    }

    @Test
    void listedOriginIsToldByWhatElseTheAnswerVaries() {
        assertThat(vary(Http.get(GuardedServer.uri("api/quotes/AAPL"), "Origin", GuardedServer.LISTED)))
                .contains("Origin", "Accept");
        assertThat(vary(Http.get(
                        GuardedServer.uri("api/quotes/AAPL"), "Origin", GuardedServer.LISTED, "If-None-Match", "*")))
                .contains("Origin", "Accept");
    }

    @Test
    void listedOriginReadsTheStream() throws IOException {
        try (var stream = Connection.get(GuardedServer.uri("api/stream"), "Origin", "http://localhost:3000")) {
            assertThat(stream.header(ALLOWED)).hasValue("http://localhost:3000");
            assertThat(stream.header("Access-Control-Allow-Credentials")).hasValue("true");
            assertThat(stream.header("Vary").orElseThrow()).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://desk.example.evil.example",
                "https://evil-desk.example",
                "http://desk.example",
                "https://desk.example:8443",
                "HTTPS://DESK.EXAMPLE",
                "*"
            })
    void otherOriginsAreAllowedNothing(String origin) throws IOException {
        HttpResponse<String> answer = Http.get(GuardedServer.uri("api/quotes/AAPL"), "Origin", origin);
        HttpResponse<String> preflight = preflight(origin);
        Optional<String> stream;
        try (var connection = Connection.get(GuardedServer.uri("api/stream"), "Origin", origin)) {
            stream = connection.header(ALLOWED);
        }

        for (HttpResponse<String> response : List.of(answer, preflight)) {
            assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            assertThat(vary(response))
                    .as("else a cache could give it to a listed one")
                    .contains("Origin");
        }
        assertThat(stream).isEmpty();
    }

    @Test
    void preflightOfAListedOriginAllowsToResume() {
        HttpResponse<String> answer = preflight(GuardedServer.LISTED);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue(ALLOWED)).hasValue(GuardedServer.LISTED);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("true");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("GET");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("Last-Event-ID")
                .contains("Authorization", "traceparent", "tracestate", "baggage")
                .as("that of the settings")
                .contains("X-Desk");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whoComesFromNowhereIsServedAsEver() {
        HttpResponse<String> answer = Http.get(GuardedServer.uri("api/quotes/AAPL"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(ALLOWED)).isEmpty();
        assertThat(vary(answer)).contains("Origin");
    }

    private static HttpResponse<String> preflight(String origin) {
        return Http.send(
                "OPTIONS",
                GuardedServer.uri("api/stream"),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "last-event-id");
    }

    private static String vary(HttpResponse<String> answer) {
        return String.join(",", answer.headers().allValues("Vary"));
    }
}
