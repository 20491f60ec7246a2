package tickertape.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.decimal;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.market.Samples;

/// Trades and books that cannot be are refused, with the value that is wrong.
class MarketEventTest {

    @ParameterizedTest
    @CsvSource({"0", "-37.63"})
    void priceMayBeZeroOrNegative(String price) {
        assertThat(Samples.trade("ACME", price, "100").price()).isEqualTo(decimal(price));
    }

    @Test
    void negativeSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.trade("ACME", "1", "-1"))
                .withMessageContaining("size -1");
    }

    @ParameterizedTest
    @CsvSource({
        "1.01, 1.01, 1, 1, bid 1.01 is not below ask 1.01",
        "1.02, 1.01, 1, 1, bid 1.02 is not below ask 1.01",
        "1,    2,    0, 1, sizes 0 and 1",
        "1,    2,    1, 0, sizes 1 and 0",
    })
    void impossibleBookIsRefused(String bid, String ask, String bidSize, String askSize, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopOfBook(
                        Samples.ACME, decimal(bid), decimal(ask), decimal(bidSize), decimal(askSize), Samples.NOON))
                .withMessageContaining(fault);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        Instant fine = Samples.NOON.plusNanos(1_999);

        Trade trade = new Trade(Samples.ACME, decimal("1"), decimal("1"), fine, fine);

        assertThat(trade.time()).isEqualTo(Samples.NOON.plusNanos(1_000));
        assertThat(trade.sourceTime()).isEqualTo(Samples.NOON.plusNanos(1_000));
    }
}
