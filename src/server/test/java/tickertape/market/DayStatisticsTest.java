package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.market.Samples.decimal;
import static tickertape.market.Samples.trade;

import org.junit.jupiter.api.Test;

/// The figures of a day follow from its trades.
class DayStatisticsTest {

    private final DayStatistics day = new DayStatistics(decimal("300.00"));

    @Test
    void percentIsRoundedToTwoDecimals() {
        day.add(trade("ACME", "301.00", "1"));
        assertThat(day.changePercent()).hasToString("0.33");

        day.add(trade("ACME", "298.00", "1"));
        assertThat(day.changePercent()).hasToString("-0.67");
    }
}
