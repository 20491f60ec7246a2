package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Http;
import it.Instruments;
import it.openapi.OpenApi;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The limits of a query.
class QueryLimitsIT {

    private static final Pattern LENGTH = Pattern.compile("The query is longer than ([0-9,]+) characters");

    /// The limits as clients read them.
    private static final JsonObject DOCUMENT =
            OpenApi.ofLiberty(GuardedServer.uri("")).document();

    private static final int MOST_SYMBOLS = ((JsonNumber)
                    Json.createPointer("/components/parameters/symbols/schema/maxItems")
                            .getValue(DOCUMENT))
            .intValueExact();
    private static final int LONGEST_QUERY = LENGTH.matcher(DOCUMENT.toString())
            .results()
            .mapToInt(length -> Integer.parseInt(length.group(1).replace(",", "")))
            .findFirst()
            .orElseThrow();

    @Test
    void asManySymbolsAsTheLimitAreLookedUp() {
        assertThat(detail(URI.create(stream(MOST_SYMBOLS, "A")), 400)).startsWith("unknown symbol: A0, A1, ");
    }

    @Test
    void asManyAreWithinTheLengthHoweverTheCommasAreWritten() {
        assertThat(detail(URI.create(stream(MOST_SYMBOLS, "ABCDEFGHIJKL").replace(",", "%2C")), 400))
                .startsWith("unknown symbol: ");
    }

    @Test
    void moreSymbolsAreNot() {
        assertThat(detail(URI.create(stream(MOST_SYMBOLS + 1, "A")), 400))
                .contains(MOST_SYMBOLS + 1 + " items", "limit is " + MOST_SYMBOLS, "symbol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/stream", "api/quotes", "api/quotes/AAPL", "api/instruments"})
    void longestQueryIsHeardAndALongerOneIsNot(String path) {
        String longest = "?_=" + "a".repeat(LONGEST_QUERY - 2);

        assertThat(Http.send("HEAD", GuardedServer.uri(path + longest)).statusCode())
                .isEqualTo(200);
        assertThat(detail(GuardedServer.uri(path + longest + "a"), 414))
                .contains(LONGEST_QUERY + 1 + " characters", "limit is " + LONGEST_QUERY);
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "32000, 200", "33000, 400"})
    void lastEventIdMayBeAsLongAsAnyHeader(int length, int status) throws IOException {
        URI stream = GuardedServer.uri("api/stream");

        try (var answer = Connection.get(stream, "Last-Event-ID", "a".repeat(length))) {
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"%00, 200", "%C3%28, 200", "%0a, 200", "%, 400", "%zz, 400"})
    void lastEventIdMayBeAnythingThatIsEncodedWell(String id, int status) throws IOException {
        String target = "/api/stream?lastEventId=" + id;

        try (var answer = Connection.send("GET", GuardedServer.uri(""), target)) {
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    private static String stream(int symbols, String start) {
        return IntStream.range(0, symbols)
                .mapToObj(i -> start + Integer.toString(i, 36).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(
                        ",", GuardedServer.uri("api/stream?symbol=").toString(), ""));
    }

    private static String detail(URI uri, int status) {
        var response = Http.get(uri);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Instruments.object(response.body()).getString("detail");
    }
}
