package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The chart of a symbol in the visitor's hands: mouse, keys, studies, comparison, table.
class HistoryUseBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0, "MSFT", 400.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "190.00")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void theWheelZoomsAndTheMouseDrags() {
        HistoryCharts chart = open(options -> {});
        chart.choose("3M");
        chart.awaitTrue("option.xAxis[0].data.length === 380");
        int before = chart.count();
        chart.picture().hover();

        chart.page().mouse().wheel(0, -400);
        chart.awaitTrue("option.dataZoom[0].endValue - option.dataZoom[0].startValue + 1 < %s".formatted(before));
        String zoomed = chart.shown();
        chart.page().mouse().down();
        chart.page()
                .mouse()
                .move(chart.picture().boundingBox().x + chart.picture().boundingBox().width - 80, 400);
        chart.page().mouse().up();

        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(chart.shown()).isLessThan(zoomed));
    }

    @Test
    void olderBarsComeAsTheyAreNeededAndNothingMoves() {
        HistoryCharts chart = open(options -> {});
        chart.picture().focus();
        String first = chart.shown().substring(0, 16);

        chart.page().keyboard().press("PageUp");
        chart.page().keyboard().press("PageUp");
        chart.awaitTrue("option.xAxis[0].data.length > 500");

        assertThat(chart.shown().substring(0, 16)).isLessThan(first);
        assertThat(candles.queries()).anyMatch(query -> query.matches("AAPL[?]interval=PT1M&to=2026-11-.*&limit=500"));
        String shown = chart.shown();
        chart.awaitTrue("option.xAxis[0].data.length >= 1000");
        assertThat(chart.shown()).isEqualTo(shown);
    }

    @Test
    void theCrossHairNamesTheFiguresByMouseAndByKeyAndOnlyKeysSpeak() {
        HistoryCharts chart = open(options -> {});
        chart.assertLegend("Nov 20, 2026, 15:59 .*C 190.00");

        chart.picture().hover();
        assertThat(chart.legend()).not().containsText("15:59");
        assertThat(chart.page().locator("price-chart .spoken")).isEmpty();

        chart.page().mouse().move(5, 5);
        chart.assertLegend("15:59");
        chart.picture().focus();
        chart.page().keyboard().press("ArrowLeft");
        chart.page().keyboard().press("ArrowLeft");
        chart.assertLegend("15:58");
        assertThat(chart.page().locator("price-chart .spoken"))
                .hasText(Pattern.compile("Nov 20, 2026, 15:58, Open [\\d.]+, High .*, Volume [\\d,]+, simulated"));
        chart.page().keyboard().press("Escape");
        chart.assertLegend("15:59");
        assertThat(chart.page().locator("symbol-detail h2")).hasText("AAPL");
    }

    @Test
    void studiesAreDrawnAndKept() {
        HistoryCharts chart = open(options -> {});
        assertThat(chart.legend()).containsText("VWAP");
        chart.choose("1Y");
        chart.awaitTrue("option.xAxis[0].data.length === 380");
        assertThat(chart.legend()).not().containsText("VWAP");
        int before = (int) chart.ask("option.series.length");

        chart.study("sma");
        chart.study("bollinger");
        chart.study("rsi");
        chart.study("macd");

        chart.awaitTrue("option.series.length === %s + 1 + 3 + 1 + 3".formatted(before));
        assertThat(chart.ask("option.grid.length")).isEqualTo(4);
        chart.assertLegend("SMA 20 [\\d.]+.*BB 20, 2 [\\d. ]+.*RSI 14 [\\d.]+.*MACD 12, 26, 9 [−\\d. ]+");
        chart.page().reload();
        new HistoryCharts(chart.page()).await().awaitTrue("option.grid.length === 4");
    }

    @Test
    void anotherSymbolIsComparedInPerCent() {
        HistoryCharts chart = open(options -> {});
        chart.choose("3M");
        chart.awaitTrue("option.xAxis[0].data.length === 380");

        chart.compareWith("msft");

        // Both begin at nothing, where the chart begins.
        chart.awaitTrue(
                "option.series.slice(0, 2).every(({ type, data }) => type === 'line' && data[option.dataZoom[0].startValue] === 0)");
        assertThat(chart.ask("option.yAxis[0].axisLabel.formatter(1.5)")).isEqualTo("+1.50%");
        chart.assertLegend("AAPL [+−][\\d.]+% MSFT [+−][\\d.]+%");
        chart.page().locator(".chart-tools summary").last().click();
        chart.choose("None");
        chart.awaitTrue("option.yAxis[0].axisLabel.formatter(1.5) === '1.50'");
    }

    @Test
    void theChartIsAlsoATable() {
        HistoryCharts chart = open(options -> {});
        chart.choose("5D");
        chart.awaitTrue("option.xAxis[0].data.length === 250");
        int shown = chart.count();

        chart.choose("Table");

        var rows = chart.page().locator("price-chart .bars tbody tr");
        assertThat(rows).hasCount(shown);
        assertThat(rows.first()).containsText(Pattern.compile("Nov 20, 2026, 15:45[\\d.,]+.*simulated"));
        assertThat(chart.page().locator("price-chart .bars thead"))
                .hasText("TimeOpenHighLowCloseVolumeTradesVWAPVWAP Notes");
        assertThat(chart.picture()).isHidden();
        Axe.check(chart.page(), "the table of bars");
        chart.choose("Table");
        assertThat(chart.picture()).isVisible();
    }

    @Test
    void marksAreDrawnUnderTheirBarsAndNamed() {
        candles.put("AAPL", "2026-11-20T21:00:00Z", 190, 190, 189, 189.5, 100, "halted", "gap");
        HistoryCharts chart = open(options -> {});

        chart.assertLegend("16:00 O 190.00 .*halted ticks missing");
        assertThat(chart.ask("option.series.find(({ type }) => type === 'scatter').data.length"))
                .isEqualTo(1);
        assertThat(chart.notes()).containsText("Simulated until Nov 20, 2026, 15:59.");
    }

    @Test
    void volumesStandUnderTheirBarsHoweverWideTheLabelsAre() {
        HistoryCharts chart = open(options -> {});

        assertThat(
                        chart.ask(
                                "[0, 1].map((xAxisIndex) => chart.convertToPixel({ xAxisIndex }, 20)).join(' ').replace(/^(\\S+) \\1$/, 'same')"))
                .isEqualTo("same");
    }

    @Test
    void timesAreTheExchangesUnlessTheVisitorWantsTheirOwn() {
        HistoryCharts chart = open(options -> options.setTimezoneId("Asia/Shanghai"));
        chart.assertLegend("Nov 20, 2026, 15:59");
        assertThat(chart.notes()).containsText("Eastern Time");

        chart.page().getByLabel("Settings").click();
        chart.page().getByLabel("Times of the market").selectOption("local");

        chart.assertLegend("Nov 21, 2026, 04:59");
        assertThat(chart.notes()).not().containsText("Eastern");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noPartOfTheChartHasAViolation(ColorScheme scheme) {
        HistoryCharts chart = open(options -> options.setColorScheme(scheme));
        for (String study : new String[] {"sma", "ema", "bollinger", "rsi", "macd"}) {
            chart.study(study);
        }
        Axe.check(chart.page(), "the chart with all studies");

        chart.page().locator(".chart-tools summary").first().click();
        Axe.check(chart.page(), "the menu of studies");
        chart.page().keyboard().press("Escape");
        chart.page().locator(".chart-tools summary").last().click();
        Axe.check(chart.page(), "the menu of comparisons");
        chart.page().keyboard().press("Escape");
        assertThat(chart.page().locator(".chart-tools details[open]")).hasCount(0);
        assertThat(chart.page().locator("symbol-detail h2")).hasText("AAPL");
    }

    private HistoryCharts open(Consumer<NewContextOptions> options) {
        Page page = CHROMIUM.page(options);
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        return new HistoryCharts(page).await();
    }
}
