package tickertape.alerts.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.bind.Jsonb;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.alerts.AlertSamples;
import tickertape.web.JsonbProvider;

/// Conditions are read as they are written, and what makes no sense is refused with what would.
class ConditionFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"direction\":\"above\",\"of\":\"last\",\"price\":235.00,\"type\":\"price\"}",
                "{\"direction\":\"below\",\"of\":\"bid\",\"price\":0.00000012,\"type\":\"price\"}",
                "{\"percent\":-5.25,\"type\":\"change\"}",
                "{\"direction\":\"any\",\"percent\":2,\"type\":\"move\",\"within\":\"PT5M\"}",
                "{\"times\":2.5,\"type\":\"volume\"}",
                "{\"of\":\"high\",\"type\":\"record\"}",
                "{\"type\":\"halted\"}",
                "{\"type\":\"resumed\"}",
                "{\"type\":\"stale\"}"
            })
    void whatIsReadIsWrittenInTheSameWay(String json) {
        Jsonb jsonb = JsonbProvider.create();
        Condition condition = ConditionFormat.parse(json);

        assertThat(jsonb.toJson(new ConditionFormat().adaptToJson(condition))).isEqualTo(json);
        assertThat(ConditionFormat.parse(ConditionFormat.text(condition))).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | needs 'type'",
                "{'type':'foo'} | there are: price, change, move, volume, record, halted, resumed, stale",
                "{'type':'price','of':'last','direction':'up','price':1} | it can be: above, below",
                "{'type':'price','of':'mid','direction':'above','price':1} | it can be: ask, bid, last",
                "{'type':'price','of':'last','direction':'above','price':'1'} | needs a number 'price'",
                "{'type':'price','of':'last','direction':'above','price':0} | must be above 0",
                "{'type':'price','of':'last','direction':'above','price':1e99} | needs a number 'price'",
                "{'type':'price','of':'last','direction':'above','price':1,'x':1} | has no field 'x'",
                "{'type':'change','percent':0} | above or below 0",
                "{'type':'change','percent':1.234} | at most 2 decimals",
                "{'type':'change','percent':-100} | from -99.99 to 1000",
                "{'type':'move','percent':1,'direction':'up','within':'PT61M'} | from PT1M to PT1H",
                "{'type':'move','percent':1,'direction':'up','within':'PT90S'} | whole minutes",
                "{'type':'move','percent':1,'direction':'up','within':'soon'} | no duration such as PT5M",
                "{'type':'volume','times':1} | from 1.1 to 100",
                "{'type':'record','of':'last'} | it can be: high, low",
                "{'type':'halted','of':'last'} | has no field 'of'"
            })
    void whatMakesNoSenseIsRefused(String json, String detail) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertSamples.condition(json))
                .withMessageContaining(detail);
    }

    @Test
    void pricesOfWholeNumbersAreExact() {
        Condition condition = AlertSamples.condition("{'type':'price','of':'ask','direction':'above','price':1e3}");

        assertThat(((PriceCondition) condition).price()).isEqualByComparingTo(new BigDecimal("1000"));
    }
}
