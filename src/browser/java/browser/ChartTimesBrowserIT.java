package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose time a chart shows.
class ChartTimesBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL"),
            ScriptedEvents.helloWithTopics("e1", HistoryCharts.TOPICS)
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "190.00"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void timesAreTheExchangesUnlessTheVisitorWantsTheirOwn() {
        HistoryCharts chart = open("Asia/Shanghai");
        chart.assertLegend("Nov 20, 2026, 15:59");
        assertThat(chart.notes()).containsText("Eastern Time");

        chooseOwnTime(chart.page());

        chart.assertLegend("Nov 21, 2026, 04:59");
        assertThat(chart.notes()).not().containsText("Eastern");
    }

    /// The server's days begin at midnight of the exchange: west of it, that is the day before.
    @ParameterizedTest
    @CsvSource({
        "3M, P1D, 2026-11-23T05:00:00Z, 'Nov 23, 2026', 'Nov 20, 2026', 'Nov 19, 2026'",
        "All, P1W, 2026-11-23T05:00:00Z, 'Nov 23, 2026', 'Nov 16, 2026', 'Nov 9, 2026'"
    })
    void daysAndWeeksAreTheExchangesInAnyTimeOfTheVisitor(
            String range, String interval, String start, String date, String last, String before) {
        HistoryCharts chart = open("Pacific/Honolulu");
        chooseOwnTime(chart.page());
        chart.choose(range);
        server.awaitStreamOf("trade", "candle");
        chart.awaitTrue("option.xAxis[0].data.length > 40 && option.series[0].type === 'candlestick'");

        server.send(HistoryCharts.candle("e1-3", "AAPL", interval, start, "190 190 190 190", 1, false));

        chart.assertLegend("^" + date + " O");
        // What the cross-hair says, and what stands on the axis.
        assertThat(chart.ask("option.xAxis.at(-1).axisPointer.label.formatter({ value: option.xAxis[0].data.at(-1) })"))
                .isEqualTo(date);
        assertThat(labels(chart, start)).isEqualTo("23");
        chart.choose("Table");
        var rows = chart.page().locator("price-chart .bars tbody th");
        assertThat(rows.nth(0)).hasText(date);
        assertThat(rows.nth(1)).hasText(last);
        assertThat(rows.nth(2)).hasText(before);
    }

    /// What stands at the end of the axis stands inside of it: a day's name would be covered by an hour's.
    @Test
    void theNameOfADayAtTheEndIsNotCoveredByAnHour() {
        HistoryCharts chart = open("America/New_York");

        Object labels = chart.ask("""
                await (async () => {
                  const minutes = Array.from({ length: 300 }, (_, at) => Date.parse('2026-11-19T15:57:00Z') + at * 60_000);
                  const bars = [...minutes, Date.parse('2026-11-20T14:30:00Z')].map((start) => ({ start }));
                  const { timeLabels } = await import('/history/time-axis.js');
                  return [...timeLabels(bars, { from: 0, to: 300 }, 301, false).values()].join();
                })()""");

        assertThat(labels).isEqualTo("{bold|Nov 20},12:00,14:00,13:00");
    }

    /// The label of a bar when only the last ten are shown.
    private static Object labels(HistoryCharts chart, String start) {
        return chart.ask("""
                (await import('/history/time-axis.js')).timeLabels(
                  option.xAxis[0].data.slice(-10).map((start) => ({ start: Number(start) })), { from: 0, to: 9 }, 2000, true)
                  .get(Date.parse('%s'))""".formatted(start));
    }

    private static void chooseOwnTime(Page page) {
        page.getByLabel("Settings").click();
        page.getByLabel("Times of the market").selectOption("local");
        page.keyboard().press("Escape");
    }

    private HistoryCharts open(String zone) {
        Page page = CHROMIUM.page(options -> options.setTimezoneId(zone));
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        return new HistoryCharts(page).await();
    }
}
