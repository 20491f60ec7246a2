package tickertape.web.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.web.JsonbProvider;
import tickertape.web.ProblemException;
import tickertape.wire.Symbol;

/// What the body of a write may be, and what a client reads about one that is wrong.
class BodyTest {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;

    private final Jsonb jsonb = JsonbProvider.create();

    /// A record as a resource may take it.
    public record Order(String symbol, BigDecimal price, int size, Instant until, Optional<String> note) {

        public Order {
            if (size < 1) {
                throw new IllegalArgumentException("the size must be at least 1, not " + size);
            }
        }
    }

    @Test
    void bodyOfTheLimitIsReadWhole() throws IOException {
        assertThat(read("[1,2]", 5, JSON, 5)).isEqualTo("[1,2]");
        assertThat(read("[1,2]", -1, JSON, 5)).isEqualTo("[1,2]");
    }

    @Test
    void bodyThatBreaksOffIsTheClientsFault() {
        var content = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("the connection was closed");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        assertRefused(400, "the body did not arrive whole", () -> JsonBody.read(content, 100, JSON, 1000));
    }

    @Test
    void writeWithoutABodyNeedsNoType() throws IOException {
        assertThat(read("", -1, null, 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, -1})
    void longerBodyIsRefusedWhetherAnnouncedOrNot(int announced) {
        assertRefused(413, "the body is longer than the limit of 5 bytes", () -> read("[1,23]", announced, JSON, 5));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "*/*"})
    void otherTypesAreRefused(@Nullable String type) {
        assertRefused(
                415,
                "a write needs Content-Type: application/json",
                () -> read("{}", 2, type == null ? null : MediaType.valueOf(type), 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1,   | line 1, column
                    {"a" 1}   | line 1, column
                    nope      | line 1, column
                    {} {}     | not valid JSON
                    {"a":1,"a":2} | not valid JSON
                    """)
    void textThatIsNotJsonIsRefusedWithItsPlace(String text, String detail) {
        assertRefused(400, detail, () -> read(text, -1, JSON, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "-1e-999999", "1e99999999999", "-1e-99999999999", "%s", "0.%s", "1e%s"})
    void numberThatNobodyCanCountWithIsRefused(String number) {
        String text = "{\"a\":%s}".formatted(number.formatted("9".repeat(2_000)));

        assertRefused(400, "not valid JSON", () -> read(text, -1, JSON, 10_000));
    }

    @Test
    void bodyOfManyFloorsIsRefused() {
        String text = "[".repeat(5_000) + "]".repeat(5_000);

        assertRefused(400, "not valid JSON", () -> read(text, -1, JSON, 20_000));
    }

    @Test
    void recordIsMadeOfItsFields() {
        assertThat(order("""
                {"symbol":"AAPL","price":231.40,"size":2,"until":"2026-11-23T03:50:15.332383Z"}
                """))
                .isEqualTo(new Order(
                        "AAPL",
                        new BigDecimal("231.40"),
                        2,
                        Instant.parse("2026-11-23T03:50:15.332383Z"),
                        Optional.empty()));
        assertThat(order("""
                {"symbol":"AAPL","price":1,"size":2,"until":"2026-11-23T03:50:15Z","note":"hello"}
                """).note()).hasValue("hello");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "price":1,"size":1,"until":"2026-11-23T03:50:15Z"                              | the field 'symbol' is missing
                    "symbol":null,"price":1,"size":1,"until":"2026-11-23T03:50:15Z"                | the field 'symbol' is missing
                    "symbol":"A","price":1,"size":1,"until":"2026-11-23T03:50:15Z","colour":"red"  | unknown field 'colour'; the fields are: symbol, price, size, until, note
                    "symbol":"A","price":"much","size":1,"until":"2026-11-23T03:50:15Z"            | the field 'price' cannot be "much"
                    "symbol":"A","price":[1],"size":1,"until":"2026-11-23T03:50:15Z"               | the field 'price' cannot be [1]
                    "symbol":5,"price":1,"size":1,"until":"2026-11-23T03:50:15Z"                   | the field 'symbol' cannot be 5
                    "symbol":true,"price":1,"size":1,"until":"2026-11-23T03:50:15Z"                | the field 'symbol' cannot be true
                    "symbol":["A"],"price":1,"size":1,"until":"2026-11-23T03:50:15Z"               | the field 'symbol' cannot be ["A"]
                    "symbol":"A","price":"1","size":1,"until":"2026-11-23T03:50:15Z"               | the field 'price' cannot be "1"
                    "symbol":"A","price":1,"size":"1","until":"2026-11-23T03:50:15Z"               | the field 'size' cannot be "1"
                    "symbol":"A","price":1,"size":1.5,"until":"2026-11-23T03:50:15Z"               | the field 'size' cannot be 1.5
                    "symbol":"A","price":1,"size":4294967297,"until":"2026-11-23T03:50:15Z"        | the field 'size' cannot be 4294967297
                    "symbol":"A","price":1,"size":1,"until":5                                      | the field 'until' cannot be 5
                    "symbol":"A","price":1,"size":1,"until":"2026-11-23T03:50:15Z","note":false    | the field 'note' cannot be false
                    "symbol":"A","price":1,"size":{},"until":"2026-11-23T03:50:15Z"                | the field 'size' cannot be {}
                    "symbol":"A","price":1,"size":1,"until":"tomorrow"                             | the field 'until' cannot be "tomorrow"
                    "symbol":"A","price":1,"size":0,"until":"2026-11-23T03:50:15Z"                 | the size must be at least 1, not 0
                    """)
    void recordThatCannotBeMadeIsRefusedWithItsReason(String fields, String detail) {
        assertRefused(400, detail, () -> order("{" + fields + "}"));
    }

    /// A record with lists and a switch.
    public record Listing(List<String> names, List<BigDecimal> prices, boolean listed, Optional<Symbol> symbol) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"names\":[\"A\",5],\"prices\":[1],\"listed\":true",
                "\"names\":\"A\",\"prices\":[1],\"listed\":true",
                "\"names\":[\"A\",null],\"prices\":[1],\"listed\":true",
                "\"names\":[\"A\"],\"prices\":[\"1\"],\"listed\":true",
                "\"names\":[\"A\"],\"prices\":[1],\"listed\":\"true\"",
                "\"names\":[\"A\"],\"prices\":[1],\"listed\":1"
            })
    void eachValueIsOfItsKind(String fields) {
        assertThat(listing("\"names\":[\"A\"],\"prices\":[1,2.5],\"listed\":true,\"symbol\":\"A\""))
                .isEqualTo(new Listing(
                        List.of("A"),
                        List.of(BigDecimal.ONE, new BigDecimal("2.5")),
                        true,
                        Optional.of(new Symbol("A"))));
        assertRefused(400, "cannot be", () -> listing(fields));
    }

    private Listing listing(String fields) {
        return RecordReader.record(
                jsonb,
                Listing.class,
                Json.createReader(new StringReader("{" + fields + "}")).readObject());
    }

    /// A record with a part that its resource reads itself.
    public record Envelope(JsonObject content) {}

    @Test
    void objectIsHandedOnAsItIsAndNothingElseIsOne() {
        assertThat(envelope("{\"content\":{\"a\":1.50}}").content()).hasToString("{\"a\":1.50}");
        for (String other : List.of("5", "\"a\"", "[]")) {
            assertRefused(
                    400,
                    "the field 'content' is an object, not " + other,
                    () -> envelope("{\"content\":" + other + "}"));
        }
    }

    private Envelope envelope(String json) {
        return RecordReader.record(
                jsonb, Envelope.class, Json.createReader(new StringReader(json)).readObject());
    }

    @Test
    void keyMayStandInQuotesOrNot() {
        assertThat(IdempotencyKey.of("\"8e03978e-40d5\"")).isEqualTo("8e03978e-40d5");
        assertThat(IdempotencyKey.of("8e03978e-40d5")).isEqualTo("8e03978e-40d5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "two words", "\"unfinished"})
    void otherKeysAreRefused(String header) {
        assertRefused(400, "Idempotency-Key is a text of 1 to 255 characters", () -> IdempotencyKey.of(header));
    }

    private Order order(String json) {
        return RecordReader.record(
                jsonb, Order.class, Json.createReader(new StringReader(json)).readObject());
    }

    private static String read(String text, int length, @Nullable MediaType type, int limit) throws IOException {
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new String(JsonBody.read(content, length, type, limit), StandardCharsets.UTF_8);
    }

    private static void assertRefused(int status, String detail, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(status))
                .hasMessageContaining(detail);
    }
}
