package tickertape.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.bind.Jsonb;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.web.JsonbProvider;

/// A bar makes sense, and is its own JSON.
class CandleTest {

    private static final Jsonb JSONB = JsonbProvider.create();
    private static final Instant START = Instant.parse("2026-11-23T14:30:00Z");

    @Test
    void jsonIsReadBack() {
        Candle candle = candle("10.00", "10.50", "9.50", List.of(CandleMark.HALTED, CandleMark.RESTART));

        String json = JSONB.toJson(candle);

        assertThat(json)
                .isEqualTo("{\"close\":10.00,\"complete\":true,\"high\":10.50,\"interval\":\"PT1M\",\"low\":9.50,"
                        + "\"marks\":[\"halted\",\"restart\"],\"open\":10.00,\"start\":\"2026-11-23T14:30:00.000000Z\","
                        + "\"symbol\":\"ACME\",\"trades\":2,\"volume\":3,\"vwap\":10.0000}");
        assertThat(JSONB.fromJson(json, Candle.class)).isEqualTo(candle);
    }

    @Test
    void marksThatAreLeftOutAreNone() {
        String json = JSONB.toJson(candle("10.00", "10.00", "10.00", List.of()));

        assertThat(JSONB.fromJson(json.replace("\"marks\":[],", ""), Candle.class)
                        .marks())
                .isEmpty();
    }

    @Test
    void figuresThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> candle("10.00", "9.00", "8.00", List.of()))
                .withMessage("ACME: the bar of 2026-11-23T14:30:00Z: open, high, low and close do not fit");
    }

    private static Candle candle(String open, String high, String low, List<CandleMark> marks) {
        return new Candle(
                new Symbol("ACME"),
                "PT1M",
                START,
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(open),
                new BigDecimal("3"),
                2,
                new BigDecimal("10.0000"),
                true,
                marks);
    }
}
