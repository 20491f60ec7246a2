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

    @Test
    void percentOfANegativeCloseHasTheSignOfTheChange() {
        var oil = new DayStatistics(decimal("-37.63"));
        oil.add(trade("ACME", "10.01", "1"));

        assertThat(oil.change()).hasToString("47.64");
        assertThat(oil.changePercent()).hasToString("126.60");
    }

    @Test
    void thereIsNoPercentOfZero() {
        var spread = new DayStatistics(decimal("0.00"));
        spread.add(trade("ACME", "-1.00", "1"));

        assertThat(spread.changePercent()).isNull();
    }
}
