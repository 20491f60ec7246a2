package it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that fail are answered with problem details (RFC 9457).
class ProblemsIT {

    private final URI root = LivelyServer.uri();

    @Test
    void unknownSymbolIsNotFound() {
        var response = Http.get(root.resolve("api/quotes/NOPE"));

        assertThat(detail(response, 404)).contains("NOPE");
    }

    @Test
    void unknownPathIsNotFound() {
        var response = Http.get(root.resolve("api/nothing/here"));

        assertThat(detail(response, 404)).contains("/api/nothing/here");
    }

    @Test
    void streamNamesAllUnknownSymbolsAndOnlyThem() {
        String known = Instruments.of(root).symbols().getFirst();

        var response = Http.get(root.resolve("api/stream?symbol=NOPE,%s,NIX&symbol=NADA".formatted(known)));

        assertThat(detail(response, 400)).contains("NOPE", "NIX", "NADA").doesNotContain(known);
    }

    @Test
    void streamNamesTheUnknownTopic() {
        var response = Http.get(root.resolve("api/stream?topic=quote,weather"));

        assertThat(detail(response, 400)).startsWith("unknown topic: weather; it is one of ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol=", "symbol=,", "topic=quote,,trade", "topic=", "symbol=%20"})
    void emptyItemInAListIsRefused(String query) {
        var response = Http.get(root.resolve("api/stream?" + query));

        assertThat(detail(response, 400)).contains("empty").contains(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource({
        "api/stream?symbols=AAPL, symbols",
        "api/stream?symbol%5B%5D=AAPL, symbol[]",
        "api/stream?Rate=2, Rate",
        "api/quotes?symbols=AAPL, symbols",
        "api/quotes/AAPL?symbol=AAPL, symbol",
        "api/instruments?page=2, page",
        "api/instruments/AAPL?limit=2, limit",
        "api/features?x=1, x"
    })
    void unknownParameterIsNamedAndNotIgnored(String target, String name) {
        for (String method : List.of("GET", "HEAD")) {
            assertThat(Http.send(method, root.resolve(target)).statusCode()).isEqualTo(400);
        }

        assertThat(detail(Http.get(root.resolve(target)), 400)).startsWith("unknown parameter '" + name + "'");
    }

    @ParameterizedTest
    @CsvSource({"api/stream?rate=1&rate=2, rate", "api/instruments?limit=1&limit=1, limit"})
    void parameterThatMayComeOnceDoesNotComeTwice(String target, String name) {
        assertThat(detail(Http.get(root.resolve(target)), 400)).contains("'" + name + "' may come once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/quotes", "api/instruments?limit=1", "app.js"})
    void cacheBusterPasses(String target) {
        String buster = (target.contains("?") ? "&" : "?") + "_=1764249600000";

        assertThat(Http.get(root.resolve(target + buster)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/quotes/", "api/instruments/"})
    void slashInASymbolMayBeEncodedOrNot(String path) {
        for (String symbol : List.of("BTC/USD", "BTC%2FUSD", "BTC%2fUSD")) {
            assertThat(detail(Http.get(root.resolve(path + symbol)), 404)).contains(" BTC/USD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/..%2fmetrics", "api%2f..%2fmetrics", "core%2Fdom.js", "x%2f..%2fWEB-INF%2fweb.xml"})
    void pathThatAProxyWouldReadOtherwiseIsRefused(String path) throws IOException {
        try (var connection = Connection.send("GET", root, root.getPath() + path)) {
            assertThat(connection.status()).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/stream", "api/quotes", "api/instruments"})
    void otherMethodsAreNotAllowed(String path) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var response = Http.send(method, root.resolve(path));

            assertThat(detail(response, 405)).contains(method);
            assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/stream", "api/quotes", "api/instruments"})
    void otherMediaTypesAreNotAcceptable(String path) {
        var response = Http.get(root.resolve(path), "Accept", "application/xml");

        assertThat(detail(response, 406)).contains("application/xml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | */*;q=abc",
                "Accept | foo",
                "Accept | a/b;x=\"c,d\"",
                "Accept | a/b;x=\"\\\"\"",
                "Content-Type | x",
                "Content-Type | a/b, c/d",
                "Content-Type | a/b;q=x",
                "Accept-Language | zz;q=q"
            })
    void headerThatCannotBeReadIsAFaultOfTheClient(String name, String value) {
        for (String path : List.of("api/stream", "api/quotes", "api/nothing/here")) {
            assertThat(detail(Http.get(root.resolve(path), name, value), 400)).contains(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whatTheServerItselfRefusesIsAProblemToo(String method) {
        var response = Http.send(method, root.resolve("api/%2e%2e%2fmetrics"));

        assertThat(detail(response, 400)).isNotBlank();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quotes/%00",
                "quotes/%zz",
                "quotes/%C3%28",
                "quotes/%E2%82%AC%F0%9F%98%80",
                "quotes/%2e%2e%2f",
                "quotes/'%22%3Cscript%3E",
                "stream?symbol=%00",
                "stream?symbol=%zz",
                "stream?symbol=%",
                "stream?symbol=%C3%28",
                "stream?symbol=%E2%82%AC%F0%9F%98%80",
                "stream?symbol=%0d%0aX-Injected:%20yes",
                "stream?topic=%zz",
                "stream?topic=__proto__",
                "stream?%zz=1&symbol=NOPE"
            })
    void oddInputIsAFaultOfTheClient(String target) throws IOException {
        try (var connection = Connection.send("GET", root, root.getPath() + "api/" + target)) {
            assertThat(connection.status()).isBetween(400, 499);
            assertThat(connection.header("X-Injected")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes/", "stream?symbol=", "stream?topic=", "stream?symbol=A,"})
    void veryLongNamesAreAFaultOfTheClient(String target) throws IOException {
        String name = "A".repeat(5000);

        try (var connection = Connection.send("GET", root, root.getPath() + "api/" + target + name)) {
            assertThat(connection.status()).isBetween(400, 499);
        }
    }

    private static String detail(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = Instruments.object(response.body());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isNotBlank();
        return problem.getString("detail");
    }
}
