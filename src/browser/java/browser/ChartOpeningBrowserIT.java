package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is prepared before a chart is opened, and what is not.
class ChartOpeningBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0, "MSFT", 400.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.helloWithTopics("e1", HistoryCharts.TOPICS)
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30", "09:30:00.000000", "trading")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));

    private final String library = server.uri() + "_static/echarts/6.0.0/dist/echarts.esm.min.js";

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void theChartLibraryIsFetchedAtRestOnceThePricesHaveCome() {
        Page page = CHROMIUM.page();
        List<String> requested = new ArrayList<>();
        page.onRequest(request -> requested.add(request.url()));
        Dashboard.openLive(page, server.uri(), "");

        page.waitForCondition(() -> requested.contains(library));

        assertThat(requested)
                .containsOnlyOnce(library)
                .containsSubsequence(server.uri() + "help/help-button.js", library);
    }

    @Test
    void whoSavesDataFetchesTheChartLibraryWhenADetailIsAboutToOpenAndOnlyThen() {
        Page page = CHROMIUM.page();
        Chromium.saveData(page);
        List<String> charts = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/_static/")) {
                charts.add(request.url());
            }
        });
        Dashboard dashboard = Dashboard.openLive(page, server.uri(), "");
        page.waitForFunction(
                "() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/prefetch.js'))");
        page.evaluate("() => import('/history/prefetch.js').then(() => new Promise(requestIdleCallback))");
        assertThat(charts).isEmpty();

        dashboard.cell("AAPL", "symbol").locator("a").click();

        new HistoryCharts(page).await();
        assertThat(charts).containsExactly(library);
    }

    @Test
    void aPointerThatRestsOnARowAsksForItsBarsAndDrawsOnceUnseenSoThatTheClickAsksForNone() {
        Page page = CHROMIUM.page();
        page.addInitScript("""
                const { getContext } = HTMLCanvasElement.prototype;
                HTMLCanvasElement.prototype.getContext = function (...args) {
                  if (!this.isConnected && !this.className) window.rehearsed = true;
                  return getContext.apply(this, args);
                };""");
        Dashboard dashboard = Dashboard.openLive(page, server.uri(), "");

        dashboard.cell("AAPL", "symbol").locator("a").hover();
        page.waitForFunction("() => window.rehearsed");
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(candles.queries()).contains("AAPL?interval=PT1M&limit=500"));
        dashboard.cell("AAPL", "symbol").locator("a").click();

        new HistoryCharts(page).await();
        assertThat(candles.queries()).containsOnlyOnce("AAPL?interval=PT1M&limit=500");
    }
}
