package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The chart of a symbol in the visitor's hands: mouse, fingers, keys, studies, comparison.
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

        Chromium.eventually(() -> assertThat(chart.shown()).isLessThan(zoomed));
    }

    @Test
    void theWheelToTheSideMoves() {
        HistoryCharts chart = open(options -> {});
        int before = chart.count();
        String shown = chart.shown();
        chart.picture().hover();
        awaitGestures(chart.page());

        chart.page().mouse().wheel(-300, 0);

        Chromium.eventually(() -> assertThat(chart.shown()).isLessThan(shown));
        assertThat(chart.count()).isEqualTo(before);
    }

    @Test
    void twoFingersZoomAndDragAndNothingElseMoves() {
        Page page = CHROMIUM.page(options -> options.setHasTouch(true).setViewportSize(390, 844));
        page.navigate(server.uri() + "?symbol=AAPL");
        HistoryCharts chart = new HistoryCharts(page).await();
        int before = chart.count();
        CDPSession touch = page.context().newCDPSession(page);
        var box = chart.picture().boundingBox();
        double y = box.y + 100;
        chart.picture().tap();
        awaitGestures(page);
        touch(touch, "touchStart", box.x + 100, y, box.x + 140, y);
        touch(touch, "touchMove", box.x + 80, y, box.x + 160, y);
        touch(touch, "touchEnd");
        chart.awaitTrue("option.dataZoom[0].endValue - option.dataZoom[0].startValue + 1 === %s".formatted(before / 2));

        String zoomed = chart.shown();
        touch(touch, "touchStart", box.x + 80, y, box.x + 160, y);
        touch(touch, "touchMove", box.x + 180, y + 40, box.x + 260, y + 40);
        touch(touch, "touchEnd");
        Chromium.eventually(() -> assertThat(chart.shown()).isLessThan(zoomed));
        assertThat(chart.count()).isEqualTo(before / 2);
        assertThat(
                        chart.page()
                                .evaluate(
                                        "`${scrollY} ${document.querySelector('symbol-detail').scrollTop} ${visualViewport.scale}`"))
                .isEqualTo("0 0 1");
    }

    static void awaitGestures(Page page) {
        Chromium.await(page, """
                async () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/gestures.js'))
                  && !!(await import('/history/gestures.js'))""");
    }

    static void touch(CDPSession session, String type, double... places) {
        var points = new JsonArray();
        for (int at = 0; at < places.length; at += 2) {
            var point = new JsonObject();
            point.addProperty("x", places[at]);
            point.addProperty("y", places[at + 1]);
            point.addProperty("id", at);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
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
        chart.choose("1D");
        // Before that, keys move the chart that was there.
        chart.awaitTrue("option.series[1].data.length === 500");
        chart.picture().focus();
        chart.page().keyboard().press("PageUp");
        chart.page().keyboard().press("PageUp");
        chart.awaitTrue(
                "option.xAxis[0].data.length >= 1000 && option.series[1].data[option.dataZoom[0].startValue] === 0");
        chart.page().locator(".chart-tools summary").last().click();
        chart.choose("None");
        chart.awaitTrue("option.yAxis[0].axisLabel.formatter(1.5) === '1.50'");
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

    private HistoryCharts open(Consumer<NewContextOptions> options) {
        Page page = CHROMIUM.page(options);
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        return new HistoryCharts(page).await();
    }
}
