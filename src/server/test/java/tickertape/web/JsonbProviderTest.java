package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Response.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How values look on the wire.
class JsonbProviderTest {

    private final Jsonb jsonb = JsonbProvider.create();

    @Test
    void timesHaveSixDecimalsAlways() {
        assertThat(jsonb.toJson(new Stamp(Instant.parse("2026-11-23T09:30:00Z"))))
                .isEqualTo("{\"time\":\"2026-11-23T09:30:00.000000Z\"}");
        assertThat(jsonb.toJson(new Stamp(Instant.parse("2026-11-23T09:30:00.123456789Z"))))
                .isEqualTo("{\"time\":\"2026-11-23T09:30:00.123456Z\"}");
    }

    @Test
    void timesAreThoseOfTheFormatter() {
        var formatter = new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);
        var random = new Random(1);

        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 260_000_000_000L), random.nextInt());
            assertThat(new Microseconds().adaptToJson(time)).isEqualTo(formatter.format(time));
        }
    }

    @Test
    void timesAreReadBack() {
        assertThat(jsonb.fromJson("{\"time\":\"2026-11-23T09:30:00.123456Z\"}", Stamp.class))
                .isEqualTo(new Stamp(Instant.parse("2026-11-23T09:30:00.123456Z")));
    }

    @Test
    void problemSaysWhatTheRfcAsksFor() {
        String json = jsonb.toJson(Problem.of(Status.BAD_REQUEST, "a line\nand \"another\""));

        assertThat(json)
                .isEqualTo("{\"detail\":\"a line\\nand \\\"another\\\"\",\"status\":400,\"title\":\"Bad Request\","
                        + "\"type\":\"about:blank\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2E-7, 0.00000012",
        "0E-8, 0.00000000",
        "-1E-18, -0.000000000000000001",
        "1E+2, 100",
        "0E+3, 0",
        "101.50, 101.50",
        "0.000001, 0.000001",
        "123456789012345678.9, 123456789012345678.9"
    })
    void numbersHaveNoExponent(String number, String json) {
        BigDecimal decimal = new BigDecimal(number);

        assertThat(jsonb.toJson(new Amount(decimal))).isEqualTo("{\"amount\":" + json + "}");
        assertThat(jsonb.toJson(List.of(decimal, decimal))).isEqualTo("[" + json + "," + json + "]");
        assertThat(jsonb.fromJson("{\"amount\":" + json + "}", Amount.class).amount())
                .isEqualByComparingTo(decimal);
    }

    /// A value with a decimal.
    public record Amount(BigDecimal amount) {}

    /// A value with a time.
    public record Stamp(Instant time) {}
}
