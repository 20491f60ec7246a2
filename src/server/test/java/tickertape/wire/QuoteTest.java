package tickertape.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.decimal;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.market.Samples;

/// A quote's figures fit one another, and it is its own JSON.
class QuoteTest {

    private static final Jsonb JSONB = JsonbBuilder.create();

    @ParameterizedTest
    @CsvSource({
        "101, ,    101, 99,  102, 1,  bid and ask are not both there",
        "101, 101, 101, 99,  102, 1,  bid is not below ask",
        ",    ,    98,  99,  102, -2, 'last, low and high do not fit'",
        ",    ,    103, 99,  102, 3,  'last, low and high do not fit'",
        ",    ,    101, 103, 102, 1,  'last, low and high do not fit'",
        ",    ,    101, 99,  102, 2,  'last, previousClose and change do not fit'",
    })
    void figuresThatDoNotFitAreRefused(
            String bid, String ask, String last, String low, String high, String change, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quote(bid, ask, last, low, high, change))
                .withMessageStartingWith("ACME: " + fault);
    }

    @Test
    void jsonHasPlainNumbersAndLeavesOutWhatIsUnknown() {
        Quote quote = quote(null, null, "101.50", "99.00", "102.00", "1.50");

        String json = JSONB.toJson(quote);

        assertThat(json)
                .contains("\"symbol\":\"ACME\"", "\"last\":101.50", "\"status\":\"trading\"", "\"seq\":1")
                .contains("\"time\":\"2026-01-05T17:00:00Z\"")
                .doesNotContain("bid", "ask", "sourceTime", "null");
    }

    @Test
    void jsonLeadsBackToTheQuote() {
        Quote quote = quote("101.40", "101.50", "101.50", "99.00", "102.00", "1.50");

        Quote read = JSONB.fromJson(JSONB.toJson(quote), Quote.class);

        assertThat(read).isEqualTo(quote);
    }

    /// A quote of ACME whose previous close is 100.00.
    private static Quote quote(
            @Nullable String bid, @Nullable String ask, String last, String low, String high, String change) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("bid", bid == null ? null : decimal(bid));
        fields.put("ask", ask == null ? null : decimal(ask));
        fields.put("last", decimal(last));
        fields.put("open", decimal(low));
        fields.put("low", decimal(low));
        fields.put("high", decimal(high));
        fields.put("change", decimal(change));
        return Samples.quote("ACME", fields);
    }
}
