package tickertape.client;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.wire.RequestLimits;

/// What a server would not take is refused before anything is sent.
class TickertapeTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -1,
                0.0000004,
                9999.9999999,
                10_000,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY
            })
    void rateThatNoServerTakesIsRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape().rate(rate))
                .withMessage("rate %s is not above 0 and below 10,000", rate);
    }

    @Test
    void moreSymbolsThanAServerTakesAreRefused() {
        Tickertape tape = tape().symbols(symbols(RequestLimits.LIST_ITEMS + 1, ""));

        assertThatIllegalArgumentException()
                .isThrownBy(tape::open)
                .withMessage("'symbol' has 1001 items; the limit is 1000: open several streams");
        assertThatIllegalArgumentException().isThrownBy(tape::quotes).withMessageContaining("1001 items");
    }

    @Test
    void queryThatIsTooLongIsRefused() {
        Tickertape tape = tape().symbols(symbols(RequestLimits.LIST_ITEMS, "A".repeat(RequestLimits.ITEM_LENGTH)));

        assertThatIllegalArgumentException()
                .isThrownBy(tape::open)
                .withMessageMatching("the query has \\d+ characters; the limit is 32000: open several streams");
    }

    private static String[] symbols(int count, String end) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i + end).toArray(String[]::new);
    }

    private static Tickertape tape() {
        return Tickertape.at("http://localhost:1/").onQuote(quote -> {});
    }
}
