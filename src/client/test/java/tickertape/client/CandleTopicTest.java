package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// Candles, read by a JSON-B with its default configuration.
class CandleTopicTest {

    private static final String JSON = """
            {"close":233.59,"complete":true,"high":233.61,"interval":"PT5M","low":233.53,"marks":["halted"],"open":233.53,\
            "start":"2026-11-23T14:30:00.000000Z","symbol":"AAPL","trades":93,"volume":14069,"vwap":233.5714}""";

    @Test
    void candlesOfTwoLengthsDoNotReplaceEachOther() {
        Candle candle = JsonbBuilder.create().fromJson(JSON, Candle.class);

        assertThat(candle.marks()).isEqualTo(List.of(CandleMark.HALTED));
        assertThat(Topic.CANDLE.key(candle)).isEqualTo("AAPL PT5M");
    }
}
