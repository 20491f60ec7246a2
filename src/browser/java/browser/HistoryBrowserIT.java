package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The chart of a symbol: what it shows of the past, and how the present joins it.
class HistoryBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0, "MSFT", 400.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.helloWithTopics("e1", HistoryCharts.TOPICS)
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30", "09:30:00.000000", "trading")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @ParameterizedTest
    @CsvSource({
        "1D, PT1M, 2026-11-20T14:30 to 2026-11-20T20:59",
        "5D, PT15M, 2026-11-16T14:30 to 2026-11-20T20:45",
        "1M, PT1H, 2026-10-21T13:30 to 2026-11-20T20:00",
        "3M, P1D, 2026-08-21T13:30 to 2026-11-20T14:30",
        "1Y, P1D, 2025-11-19T14:30 to 2026-11-20T14:30",
        "All, P1W, 2025-06-09T13:30 to 2026-11-16T14:30",
    })
    void aRangeShowsBarsThatFitIt(String range, String interval, String shown) {
        HistoryCharts chart = open("?symbol=AAPL");

        chart.choose(range);

        awaitShown(chart, shown);
        assertThat(candles.queries())
                .anyMatch(query -> query.startsWith("AAPL?interval=%s&limit=".formatted(interval)));
        chart.page().reload();
        new HistoryCharts(chart.page()).await();
        awaitShown(chart, shown);
    }

    private static void awaitShown(HistoryCharts chart, String shown) {
        Chromium.eventually(() -> assertThat(chart.shown()).isEqualTo(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-16T00:00:00Z", "2026-10-28T00:00:00Z"})
    void aMonthIsMadeOfDaysWhereHoursDoNotReachThatFar(String first) {
        candles.forgetMinutesBefore(first);
        HistoryCharts chart = open("?symbol=AAPL");

        chart.choose("1M");

        awaitShown(chart, "2026-10-21T13:30 to 2026-11-20T14:30");
    }

    @Test
    void pastAndPresentJoinWithoutASeam() {
        HistoryCharts chart = open("?symbol=AAPL");
        String last = "2026-11-22T09:29:00Z";
        candles.put("AAPL", last, 189, 189.5, 188.5, 189.2, 300);

        // Twice what the answer has too, then its next minute, growing.
        server.send(HistoryCharts.candle("e1-3", "AAPL", last, "189 189.5 188.5 189.1", 2, false)
                + HistoryCharts.candle("e1-4", "AAPL", last, "189 189.5 188.5 189.2", 3, true)
                + HistoryCharts.candle("e1-5", "AAPL", "2026-11-22T09:30:00Z", "189.2 189.3 189.2 189.3", 1, false)
                + HistoryCharts.candle("e1-6", "MSFT", "2026-11-22T09:30:00Z", "1 1 1 1", 1, false)
                + HistoryCharts.candle("e1-7", "AAPL", "2026-11-22T09:30:00Z", "189.2 189.6 189.2 189.3", 2, false));

        chart.awaitTrue("option.series[0].data.slice(-2).join() === '189.2,189.3'");
        chart.choose("1D");
        assertThat(chart.ask("""
                (() => {
                  const starts = option.xAxis[0].data.map(Number);
                  return starts.every((start, at) => !at || start > starts[at - 1]) ? 'each once, in order' : starts.join();
                })()""")).isEqualTo("each once, in order");
        chart.assertLegend("04:30 O 189.20 H 189.60 L 189.20 C 189.30");
    }

    @Test
    void minutesThatTheStreamDidNotBringAreFetched() {
        HistoryCharts chart = open("?symbol=AAPL");
        server.send(HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:30:00Z", "189 189 189 189", 1, false));
        chart.awaitTrue("option.series[0].data.at(-1) === 189.3");
        for (int minute = 30; minute < 34; minute++) {
            candles.put("AAPL", "2026-11-22T09:%s:00Z".formatted(minute), 189, 190, 188, 180 + minute, 100);
        }

        server.send(HistoryCharts.candle("e1-4", "AAPL", "2026-11-22T09:34:00Z", "185 185 185 185", 1, false));

        chart.awaitTrue("option.series[0].data.slice(-5).join() === '210,211,212,213,185'");
    }

    @Test
    void theLastPriceMovesTheFormingBarBeforeTheServerSaysSo() {
        HistoryCharts chart = open("?symbol=AAPL");
        server.send(HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:30:00Z", "189 189 189 189", 1, false));
        chart.awaitTrue("option.series[0].data.at(-1) === 189.3");

        server.send(ScriptedEvents.quote("e1-4", "AAPL", 2, "189.90", "09:30:20.000000", "trading"));

        chart.awaitTrue("option.series[0].data.at(-1) === 189.9");
        chart.assertLegend("O 189.00 H 189.90 L 189.00 C 189.90");
    }

    @Test
    void headlineChartAndRowShowOnePriceAtEveryMoment() {
        HistoryCharts chart = open("?symbol=AAPL");
        chart.page().evaluate("""
                async () => {
                  const { getInstanceByDom } = await import('/_static/echarts/6.0.0/dist/echarts.esm.min.js');
                  const { stream } = await import('/core/stream.js');
                  window.seen = [];
                  const look = () => {
                    const [{ markLine }] = getInstanceByDom(document.querySelector('.picture')).getOption().series;
                    const prices = ['symbol-detail strong', 'tr[data-symbol=AAPL] .price']
                      .map((part) => Number(document.querySelector(part).lastChild.data));
                    window.seen.push([...prices, markLine.data[0].yAxis].join());
                  };
                  // After the frame that paints this batch.
                  stream.addEventListener('batch', () => requestAnimationFrame(() => setTimeout(look)));
                }""");

        for (int tick = 0; tick < 5; tick++) {
            server.send(ScriptedEvents.quote("e1-" + (3 + tick), "AAPL", 2 + tick, "19%s.00".formatted(tick)));
        }

        chart.page().waitForFunction("() => window.seen.length > 0 && window.seen.at(-1) === '194,194,194'");
        assertThat(chart.page().evaluate("window.seen.filter((one) => new Set(one.split(',')).size > 1).join(';')"))
                .isEqualTo("");
    }

    @Test
    void theYearsHighAndLowAreAmongTheStatistics() {
        HistoryCharts chart = open("?symbol=MSFT");

        assertThat(chart.page().locator(".statistics")).containsText("52-week low");
        assertThat(chart.page()
                        .locator(".statistics div", new Page.LocatorOptions().setHasText("52-week high"))
                        .locator("dd"))
                .not()
                .hasText("–");
    }

    @Test
    void aYearIsNotAskedForWithEachPriceWhileTheDatabaseIsAway() {
        candles.answerLater(1);
        Dashboard.openLive(CHROMIUM.page(), server.uri(), "?symbol=AAPL");

        var seq = new AtomicInteger(1);
        // The chart asks every second.
        await().atMost(Chromium.PATIENCE).until(() -> {
            int next = seq.incrementAndGet();
            server.send(ScriptedEvents.quote("e1-" + (next + 2), "AAPL", next, "190.0" + next % 9));
            return Collections.frequency(candles.queries(), "AAPL?interval=PT1M&limit=500") > 5;
        });
        assertThat(candles.queries()).containsOnlyOnce("AAPL?interval=P1D&limit=400");
    }

    @Test
    void withoutHistoryTheChartIsMadeOfWhatIsTraded() {
        candles.answerWith(404);
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        var chart = new HistoryCharts(page);
        assertThat(chart.notes()).containsText("This server keeps no history");

        server.send(traded(2, "105", 123_456_799, "09:31:00")
                + traded(3, "106", 123_456_819, "09:31:02")
                + traded(4, "107", 123_456_819, "09:32:00"));

        chart.awaitTrue("option.series[0].data.join() === '106'");
        chart.assertLegend("O 105.00 H 106.00 L 105.00 C 106.00 V 30");
    }

    private static String traded(int seq, String last, long volume, String time) {
        return ScriptedEvents.quote("e1-1" + seq, "AAPL", seq, last, time + ".000000", "trading")
                .replace("123456789", String.valueOf(volume));
    }

    @ParameterizedTest
    @CsvSource({
        "1D, PT1M, 2026-11-22T09:30:00Z",
        "5D, PT15M, 2026-11-22T09:30:00Z",
        "1M, PT1H, 2026-11-22T09:00:00Z",
        "3M, P1D, 2026-11-22T05:00:00Z",
        "1Y, P1D, 2026-11-22T05:00:00Z",
        "All, P1W, 2026-11-16T14:30:00Z",
    })
    void aRangeFollowsTheFormingBarOfItsOwnLength(String range, String interval, String start) {
        HistoryCharts chart = open("?symbol=AAPL");
        chart.choose(range);
        awaitStreamOf(interval);
        chart.awaitTrue("option.xAxis[0].data.length > 40 && option.yAxis.length > 1");

        server.send(HistoryCharts.candle("e1-3", "AAPL", "PT5M", start, "1 1 1 1", 9_000_000, false)
                + HistoryCharts.candle("e1-4", "AAPL", interval, start, "189 189.5 188.5 189.3", 8_000_000, false));
        chart.assertLegend("O 189.00 H 189.50 L 188.50 C 189.30 V 800.0M");
        server.send(HistoryCharts.candle("e1-5", "AAPL", interval, start, "189 190 188 189.3", 8_100_000, false));

        // No other request, and no end of a minute, is needed for that.
        chart.assertLegend("O 189.00 H 190.00 L 188.00 C 189.30 V 810.0M");
    }

    @Test
    void anotherRangeLosesNoTrade() {
        HistoryCharts chart = open("?symbol=AAPL");
        server.send(ScriptedEvents.trade("e1-8", "AAPL", "189.30", 100, "09:30:01.000000"));
        assertThat(chart.page().locator(".trades tbody tr:not([hidden])")).hasCount(1);

        chart.choose("5D");
        awaitStreamOf("PT15M");
        server.send(ScriptedEvents.trade("e1-9", "AAPL", "189.40", 100, "09:30:02.000000"));

        assertThat(server.queries()).last().asString().contains("lastEventId=e1-8");
        assertThat(chart.page().locator(".trades tbody tr:not([hidden])")).hasCount(2);
        assertThat(chart.page().locator(".trades em").first()).isEmpty();
    }

    private void awaitStreamOf(String intervals) {
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(
                        () -> assertThat(server.queries()).last().asString().contains("interval=" + intervals));
    }

    private HistoryCharts open(String place) {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), place);
        server.awaitStreamOf("trade", "candle");
        return new HistoryCharts(dashboard.page()).await();
    }
}
