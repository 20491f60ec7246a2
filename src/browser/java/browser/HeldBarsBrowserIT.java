package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bars that come while others do, or while the visitor holds some: none is lost, and none moves.
class HeldBarsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// All that the chart has are in order, and none is there twice.
    private static final String SOUND =
            "option.xAxis[0].data.every((start, at, all) => !at || Number(start) > Number(all[at - 1]))";

    private static final String OLDER = ".*&to=.*";
    private static final String TAIL = ".*&from=.*";

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

    @Test
    void olderBarsThatComeWhileTheLatestAreFetchedStay() {
        HistoryCharts chart = open();
        HeldRequests tail = hold(TAIL);
        server.send(HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:30:00Z", "189 189 189 189", 1, false));
        tail.awaitOne();
        goBack(chart);
        chart.awaitTrue("option.xAxis[0].data.length === 1001");
        String shown = chart.shown();
        candles.put("AAPL", "2026-11-22T09:29:00Z", 189, 189, 189, 189.1, 100);

        tail.release();

        chart.awaitTrue("option.series[0].data.slice(-2).join() === '189.1,189.3'");
        chart.awaitTrue("option.xAxis[0].data.length >= 1002 && " + SOUND);
        assertThat(chart.shown()).isEqualTo(shown);
        assertThat(candles.queries().stream().filter(query -> query.matches(OLDER)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBarThatEndsWhileTheLatestAreFetchedIsNotReplacedByAnOlderState() {
        HistoryCharts chart = open();
        candles.put("AAPL", "2026-11-22T09:30:00Z", 189, 189, 189, 189.1, 100);
        HeldRequests tail = hold(TAIL);
        server.send(HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:30:00Z", "189 189 189 189", 1, false));
        tail.awaitOne();
        server.send(HistoryCharts.candle("e1-4", "AAPL", "2026-11-22T09:30:00Z", "189 189.2 189 189.2", 3, true)
                + HistoryCharts.candle("e1-5", "AAPL", "2026-11-22T09:31:00Z", "189 189 189 189", 1, false));
        chart.awaitTrue("option.series[0].data.slice(-2).join() === '189.2,189'");
        candles.put("AAPL", "2026-11-22T09:29:00Z", 189, 189, 189, 188.9, 100);

        tail.release();

        chart.awaitTrue("option.series[0].data.slice(-3).join() === '188.9,189.2,189'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsMissingBeforeABarIsFetchedWhetherItHasEndedOrNot(boolean ended) {
        HistoryCharts chart = open();
        IntStream.range(30, 34)
                .forEach(minute -> candles.put(
                        "AAPL", "2026-11-22T09:%s:00Z".formatted(minute), 189, 190, 188, 180 + minute, 100));

        server.send(HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:34:00Z", "185 185 185 185", 1, ended));

        chart.awaitTrue("option.series[0].data.slice(-5).join() === '210,211,212,213,185'");
    }

    @Test
    void aLongSleepMissesNothingThoughTheServerGivesLessAtATime() {
        HistoryCharts chart = open();
        int missed = 5_200;
        var first = Instant.parse("2026-11-22T09:30:00Z");
        IntStream.range(0, missed)
                .forEach(minute ->
                        candles.put("AAPL", first.plusSeconds(60L * minute).toString(), 189, 190, 188, 189, 100));
        String last = first.plusSeconds(60L * missed).toString();

        server.send(HistoryCharts.candle("e1-3", "AAPL", last, "185 185 185 185", 1, false));

        chart.awaitTrue("option.xAxis[0].data.length === %s && %s".formatted(500 + missed + 1, SOUND));
    }

    @Test
    void theLatestAreAskedForAgainWhenOlderOnesCouldNotBeFetchedEither() {
        HistoryCharts chart = open();
        candles.answerLater(3);
        goBack(chart);
        assertThat(chart.notes()).containsText("History paused since");
        HeldRequests tail = hold(TAIL);
        server.send(HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:31:00Z", "185 185 185 185", 1, false));
        tail.awaitOne();
        tail.release();
        Chromium.eventually(() -> assertThat(candles.queries()).anyMatch(query -> query.matches(TAIL)));

        candles.put("AAPL", "2026-11-22T09:30:00Z", 189, 189, 189, 188.8, 100);
        candles.answerWith(200);

        chart.awaitTrue("option.series[0].data.slice(-2).join() === '188.8,185' && option.xAxis[0].data.length > 1000");
    }

    @Test
    void theCrossHairStaysOnItsBarWhileOlderOnesCome() {
        HistoryCharts chart = open();
        HeldRequests older = hold(OLDER);
        goBack(chart);
        older.awaitOne();
        chart.page().keyboard().press("Home");
        chart.page().keyboard().press("ArrowRight");
        String bar = at(chart);
        chart.assertLegend(bar);

        older.release();
        chart.awaitTrue("option.xAxis[0].data.length >= 1000");

        chart.assertLegend(bar);
        Chromium.eventually(() -> assertThat(at(chart)).isEqualTo(bar));
        chart.page().keyboard().press("ArrowLeft");
        Chromium.eventually(() -> assertThat(at(chart)).isLessThan(bar));
        chart.assertLegend(at(chart));
    }

    /// The time of the bar under the cross-hair, as the legend writes it.
    private static String at(HistoryCharts chart) {
        return (String) chart.ask("""
                (await import('/history/time-axis.js')).barTime(Number(option.xAxis[0].data[option.xAxis[0].axisPointer.value]), false)""");
    }

    @Test
    void fingersKeepTheBarThatTheyHoldWhileOlderOnesCome() {
        Page page = CHROMIUM.page(options -> options.setHasTouch(true).setViewportSize(390, 844));
        page.navigate(server.uri() + "?symbol=AAPL");
        HistoryCharts chart = new HistoryCharts(page).await();
        CDPSession touch = page.context().newCDPSession(page);
        var box = chart.picture().boundingBox();
        double y = box.y + 100;
        chart.picture().tap();
        HistoryUseBrowserIT.awaitGestures(page);
        HeldRequests older = hold(OLDER);
        HistoryUseBrowserIT.touch(touch, "touchStart", box.x + 60, y, box.x + 100, y);
        HistoryUseBrowserIT.touch(touch, "touchMove", box.x + 140, y, box.x + 180, y);
        older.awaitOne();
        String shown = chart.shown();
        older.release();
        chart.awaitTrue("option.xAxis[0].data.length >= 1000");

        HistoryUseBrowserIT.touch(touch, "touchMove", box.x + 140, y + 1, box.x + 180, y + 1);
        HistoryUseBrowserIT.touch(touch, "touchMove", box.x + 140, y, box.x + 180, y);

        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(chart.shown()).isEqualTo(shown);
    }

    @Test
    void aRowThatThePointerLeftDoesNotForgetWhatTheNextOneAskedFor() {
        HeldRequests bars = hold(".*(AAPL|MSFT)[?]interval=PT1M.*");
        Page page = CHROMIUM.page();
        Dashboard dashboard = Dashboard.openLive(page, server.uri(), "");
        dashboard.cell("AAPL", "symbol").locator("a").hover();
        bars.awaitOne();
        boolean[] asked = {false};
        page.onRequest(request -> asked[0] |= request.url().contains("MSFT?interval=PT1M"));
        boolean[] left = {false};
        page.onRequestFailed(request -> left[0] |= request.url().contains("AAPL?interval=PT1M"));

        dashboard.cell("MSFT", "symbol").locator("a").hover();
        page.waitForCondition(() -> asked[0] && left[0]);
        bars.release();
        dashboard.cell("MSFT", "symbol").locator("a").click();

        new HistoryCharts(page).await();
        assertThat(candles.queries()).containsOnlyOnce("MSFT?interval=PT1M&limit=500");
    }

    private HeldRequests hold(String pattern) {
        var held = new HeldRequests(candles, pattern);
        server.serve("/api/candles/", held);
        return held;
    }

    private static void goBack(HistoryCharts chart) {
        chart.picture().focus();
        chart.page().keyboard().press("PageUp");
        chart.page().keyboard().press("PageUp");
    }

    private HistoryCharts open() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        server.awaitStreamOf("trade", "candle");
        return new HistoryCharts(page).await();
    }
}
