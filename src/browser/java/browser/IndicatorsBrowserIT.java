package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The technical indicators of the page, against values that others have published for the same prices.
@TestInstance(Lifecycle.PER_CLASS)
class IndicatorsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// Moving averages of ten days of Intel, in StockCharts' ChartSchool.
    private static final String INTEL = "22.27,22.19,22.08,22.17,22.18,22.13,22.23,22.43,22.24,22.29,22.15,22.39,"
            + "22.38,22.61,23.36,24.05,23.75,23.83,23.95,23.63,23.82,23.87,23.65,23.19,23.10,23.33,22.68,23.10,22.40,22.17";

    /// Bollinger bands of twenty days, in the same place.
    private static final String BANDS = "86.16,89.09,88.78,90.32,89.07,91.15,89.44,89.18,86.93,87.68,86.96,89.43,"
            + "89.32,88.72,87.45,87.26,89.50,87.90,89.13,90.70,92.90,92.98,91.80,92.66,92.68";

    /// The relative strength of fourteen days of QQQ, in the same place; its prices have two decimals here.
    private static final String QQQ = "44.34,44.09,44.15,43.61,44.33,44.83,45.10,45.42,45.84,46.08,45.89,46.03,45.61,"
            + "46.28,46.28,46.00,46.03,46.41,46.22,45.64,46.21";

    /// Apple in spring 2013, from the spreadsheet of investexcel.net for MACD.
    private static final String APPLE = "459.99,448.85,446.06,450.81,442.8,448.97,444.57,441.4,430.47,420.05,431.14,"
            + "425.66,430.58,431.72,437.87,428.43,428.35,432.5,443.66,455.72,454.49,452.08,452.73,461.91,463.58,461.14,"
            + "452.08,442.66,428.91,429.79,431.99,427.72,423.2,426.21,426.98,435.69,434.33,429.8,419.85,426.24";

    @AutoClose
    private final ScriptedServer server = new ScriptedServer("[]", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sma(INTEL, 10)                       | 9  | 2 | 22.22 22.21 22.23 22.26 22.30 22.42 22.61 22.77
            ema(INTEL, 10)                       | 9  | 2 | 22.22 22.21 22.24 22.27 22.33 22.52 22.80 22.97
            bollinger(BANDS, 20, 2).middle       | 19 | 2 | 88.71 89.05 89.24 89.39 89.51 89.69
            bollinger(BANDS, 20, 2).upper        | 19 | 2 | 91.29 91.95 92.61 92.93 93.31 93.73
            bollinger(BANDS, 20, 2).lower        | 19 | 2 | 86.13 86.14 85.87 85.85 85.70 85.65
            rsi(QQQ, 14)                         | 14 | 2 | 70.46 66.25 66.48 69.35 66.29 57.92 62.88
            macd(APPLE, 12, 26, 9).line          | 25 | 6 | 8.275270 7.703378 6.416075 4.237520 2.552583
            macd(APPLE, 12, 26, 9).signal        | 33 | 6 | 3.037526 1.905652 1.058708 0.410640
            macd(APPLE, 12, 26, 9).histogram     | 33 | 6 | -5.108084 -4.527495 -3.387775
            """)
    void valuesAreThePublishedOnes(String call, int first, int digits, String published) {
        Object values = page().evaluate("""
                async ([call, digits]) => {
                  const { sma, ema, bollinger, rsi, macd } = await import('/history/indicators.js');
                  const [INTEL, BANDS, QQQ, APPLE] = ['%s', '%s', '%s', '%s'].map((list) => list.split(',').map(Number));
                  const functions = { sma, ema, rsi,
                    lower: (...of) => bollinger(...of).lower, middle: (...of) => bollinger(...of).middle, upper: (...of) => bollinger(...of).upper,
                    line: (...of) => macd(...of).line, signal: (...of) => macd(...of).signal, histogram: (...of) => macd(...of).histogram };
                  const [, name, prices, numbers, part = name] = /^(\\w+)\\((\\w+), ([\\d, ]+)\\)(?:\\.(\\w+))?$/.exec(call);
                  const values = functions[part]({ INTEL, BANDS, QQQ, APPLE }[prices], ...numbers.split(', ').map(Number));
                  const first = values.findIndex((value) => !Number.isNaN(value));
                  return `${first} ${values.slice(first).map((value) => value.toFixed(digits)).join(' ')}`;
                }""".formatted(INTEL, BANDS, QQQ, APPLE), List.of(call, digits));

        assertThat(values.toString()).startsWith("%s %s".formatted(first, published));
    }

    /// High, low, close and volume of ten minutes; the values are those of ta4j 0.18, `VWAPIndicator` over all of them.
    @Test
    void theAveragePriceWeightedByVolumeIsThatOfTa4j() {
        Object values = page().evaluate("""
                async () => {
                  const { vwap } = await import('/history/indicators.js');
                  const bars = [
                    [189.80, 189.31, 189.66, 12400], [189.91, 189.52, 189.58, 8100], [189.60, 188.97, 189.05, 15250],
                    [189.33, 188.90, 189.21, 9900], [189.75, 189.20, 189.70, 11020], [190.12, 189.64, 190.05, 17300],
                    [190.09, 189.71, 189.83, 6400], [190.44, 189.80, 190.40, 20150], [190.52, 190.02, 190.11, 9050],
                    [190.20, 189.88, 189.95, 7700],
                  ].map(([high, low, close, volume]) => ({ high, low, close, volume }));
                  return vwap(bars, () => 'one day').map((value) => value.toFixed(4)).join(' ');
                }""");

        assertThat(values)
                .isEqualTo("189.5900 189.6216 189.4446 189.3800 189.4131 189.5355 189.5627 189.6931 189.7364 189.7543");
    }

    @Test
    void theAveragePriceOfADayBeginsAnewWithTheNext() {
        Object values = page().evaluate("""
                async () => {
                  const { vwap } = await import('/history/indicators.js');
                  const bar = (high, low, close, volume, vwap) => ({ high, low, close, volume, vwap });
                  const bars = [bar(11, 9, 10, 100), bar(21, 19, 20, 300), bar(0, 0, 0, 0), bar(30, 30, 30, 50, 31)];
                  return vwap(bars, (at) => (at < 3 ? 'Monday' : 'Tuesday')).join();
                }""");

        assertThat(values).isEqualTo("10,17.5,17.5,31");
    }

    private Page page() {
        Page page = CHROMIUM.page();
        page.navigate(server.uri().resolve("favicon.svg").toString());
        return page;
    }
}
