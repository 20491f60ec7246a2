package tickertape.feeding.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.feeding.line.FeedLine.BookFigures;
import tickertape.feeding.line.FeedLine.TradeFigures;
import tickertape.market.feed.ReferenceData;
import tickertape.wire.Symbol;

/// A line of JSON becomes a trade or a quote, exactly, or is refused with what is wrong.
class LineParserTest {

    // To look for the parser takes longer than to parse.
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final LineParser parser = new LineParser(false, ReferenceData.NONE);

    @Test
    void tradeHasPriceAndSize() {
        FeedLine line = parser.parse("""
            {"symbol":"AAPL","price":233.50,"size":100,"time":"2026-11-23T09:30:00.25Z","seq":7,"source":"A"}\
            """);

        assertThat(line.symbol()).isEqualTo(new Symbol("AAPL"));
        assertThat(line.trade()).contains(new TradeFigures(new BigDecimal("233.50"), new BigDecimal("100")));
        assertThat(line.book()).isEmpty();
        assertThat(line.time()).contains(Instant.parse("2026-11-23T09:30:00.25Z"));
        assertThat(line.seq()).hasValue(7);
        assertThat(line.source()).contains("A");
    }

    @Test
    void quoteHasBothSides() {
        FeedLine line = parser.parse(
                "{ \"bidSize\" : \"1\", \"askSize\":2.5,\t\"bid\":\"1.10\" ,\"ask\":1.2, \"symbol\":\"EURUSD=X\" }");

        assertThat(line.book())
                .contains(new BookFigures(
                        new BigDecimal("1.10"), new BigDecimal("1.2"), new BigDecimal("1"), new BigDecimal("2.5")));
        assertThat(line.scale()).isEqualTo(2);
        assertThat(line.seq()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M&M.NS", "^GSPC", "EURUSD=X", "BTC/USD", "0700.HK", "币安人生USDT"})
    void symbolsAreThoseOfTheWorld(String symbol) {
        assertThat(parser.parse("{\"symbol\":\"%s\",\"price\":1,\"size\":1}".formatted(symbol))
                        .symbol()
                        .text())
                .isEqualTo(symbol);
    }

    @Test
    void escapesAreRead() {
        FeedLine line = parser.parse("{\"symbol\":\"\\u5e01\\/USD\",\"price\":1,\"s\\u0069ze\":1}");

        assertThat(line.symbol().text()).isEqualTo("币/USD");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, 0.000000000001",
        "1E12, 1000000000000",
        "12.50e1, 125.0",
        "0.1000000000000000, 0.1000000000000000"
    })
    void numbersAreExact(String written, String meant) {
        FeedLine line = parser.parse("{\"symbol\":\"A\",\"price\":%s,\"size\":0}".formatted(written));

        assertThat(line.trade().orElseThrow().price()).isEqualTo(new BigDecimal(meant));
    }

    @Test
    void pricesAreNegativeWhereTheMarketAllowsIt() {
        String line = "{\"symbol\":\"CL\",\"price\":-37.63,\"size\":1}";

        assertThatThrownBy(() -> parser.parse(line))
                .hasMessage("price -37.63 is not positive, and feed.http.negative is not set");
        assertThat(new LineParser(true, ReferenceData.NONE)
                        .parse(line)
                        .trade()
                        .orElseThrow()
                        .price())
                .isEqualTo("-37.63");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"price":1,"size":1}                                    | the field 'symbol' is missing
        {"symbol":"A"}                                          | there is neither a price nor a bid
        {"symbol":"A","price":1}                                | the field 'size' is missing
        {"symbol":"A","bid":1,"ask":2,"bidSize":1}              | the field 'askSize' is missing
        {"symbol":"A","bid":2,"ask":2,"bidSize":1,"askSize":1}  | bid 2 is not below ask 2
        {"symbol":"A","bid":1,"ask":2,"bidSize":0,"askSize":1}  | bidSize 0 is not positive
        {"symbol":"A","price":1,"size":-1}                      | size -1 is negative
        {"symbol":"A","price":0,"size":1}                       | price 0 is not positive, and feed.http.negative is not set
        {"symbol":"A","price":"x","size":1}                     | price 'x' is no number
        {"symbol":"A","price":1e99,"size":1}                    | price '1e99' has more than 18 digits on one side of the point
        {"symbol":7,"price":1,"size":1}                         | the field 'symbol' is not a text
        {"symbol":"A","price":1,"size":1,"prise":1}             | unknown field 'prise'
        {"symbol":"A","price":1,"size":1,"size":2}              | the field 'size' stands twice
        {"symbol":"A","price":true,"size":1}                    | no JSON object at character 23: the field 'price' is neither a text nor a number
        {"symbol":"A","price":[1],"size":1}                     | no JSON object at character 23: the field 'price' is neither a text nor a number
        {"symbol":"A","price":01,"size":1}                      | no JSON object at character 24: a comma or } is missing
        {"symbol":"A","price":1,"size":1,"seq":-1}              | seq '-1' is not a whole number of at least 0
        {"symbol":"A","price":1,"size":1,"seq":1.5}             | seq '1.5' is not a whole number of at least 0
        {"symbol":"A","price":1,"size":1,"source":"a b"}        | source 'a b' is not 1 to 32 letters, digits and . _ -
        {"symbol":"A","price":1,"size":1                        | no JSON object at character 33: the line ends too early
        {"symbol":"A","price":1,"size":1} x                     | no JSON object at character 35: something follows the object
        AAPL,1,1                                                | no JSON object at character 1: { is missing
        """)
    void lineThatIsNoGoodIsRefusedWithItsFault(String line, String fault) {
        assertThatThrownBy(() -> parser.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(fault);
    }

    @Test
    void badSymbolIsRefused() {
        assertThatThrownBy(() -> parser.parse("{\"symbol\":\"A B\",\"price\":1,\"size\":1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("symbol 'A B' is not");
    }

    @Test
    void nullIsAsIfAFieldWereMissing() {
        assertThat(parser.parse("{\"symbol\":\"A\",\"price\":1,\"size\":1,\"bid\":null,\"seq\":null}")
                        .book())
                .isEmpty();
    }

    @Test
    void objectsAreThoseThatAnotherParserReads() {
        var random = new Random(11);
        String[] tokens = {
            "{",
            "}",
            ",",
            ":",
            "\"a\"",
            "\"b\\n\"",
            "\"\\u00e9\"",
            "\"\\x\"",
            "1",
            "-0.5e+3",
            "-",
            "1.",
            "null",
            " ",
            "\"",
            "\\"
        };
        for (int run = 0; run < 20_000; run++) {
            var text = new StringBuilder(random.nextBoolean() ? "{\"a\":1" : "{");
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append(tokens[random.nextInt(tokens.length)]);
            }
            text.append(random.nextBoolean() ? "}" : "");
            String line = text.toString();

            assertThat(ours(line)).as(line).isEqualTo(theirs(line));
        }
    }

    private static List<String> ours(String line) {
        var found = new ArrayList<String>();
        try {
            FlatJson.read(line, (name, value, isNumber) -> found.add(name + "=" + value));
            return found;
        } catch (IllegalArgumentException refused) {
            return List.of("refused");
        }
    }

    private static List<String> theirs(String line) {
        var found = new ArrayList<String>();
        try (JsonParser parser = PARSERS.createParser(new StringReader(line))) {
            String name = "";
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case KEY_NAME -> name = parser.getString();
                    case VALUE_STRING, VALUE_NUMBER -> found.add(name + "=" + parser.getString());
                    case START_OBJECT -> {
                        if (!name.isEmpty()) {
                            return List.of("refused");
                        }
                    }
                    case VALUE_TRUE, VALUE_FALSE, START_ARRAY, END_ARRAY -> {
                        return List.of("refused");
                    }
                    case VALUE_NULL, END_OBJECT -> {}
                }
            }
            return found;
        } catch (JsonException refused) {
            return List.of("refused");
        }
    }
}
