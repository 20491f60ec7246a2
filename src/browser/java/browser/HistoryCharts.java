package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/// The chart in the details of a symbol, in the words of its tests.
record HistoryCharts(Page page) {

    /// What a server announces that has the topic of candles.
    static final String TOPICS = ScriptedTopics.CANDLES;

    private static final String CHART = """
            const { getInstanceByDom } = await import('/_static/echarts/6.0.0/dist/echarts.esm.min.js');
            const chart = getInstanceByDom(document.querySelector('price-chart .picture'));
            const option = chart?.getOption();
            """;

    /// A candle of a minute as the topic has it.
    static String candle(String id, String symbol, String start, String prices, int trades, boolean complete) {
        return candle(id, symbol, "PT1M", start, prices, trades, complete);
    }

    static String candle(
            String id, String symbol, String interval, String start, String prices, int trades, boolean complete) {
        String[] parts = prices.split(" ", -1);
        return ScriptedEvents.event(id, "candle", """
                        {"symbol":"%s","interval":"%s","start":"%s","open":%s,"high":%s,"low":%s,"close":%s,\
                        "volume":%s,"trades":%s,"complete":%s,"marks":[]}""".formatted(
                        symbol,
                        interval,
                        start.replaceFirst("(:\\d\\d)Z$", "$1.000000Z"),
                        parts[0],
                        parts[1],
                        parts[2],
                        parts[3],
                        100 * trades,
                        trades,
                        complete));
    }

    /// Waits until the chart has drawn bars of the server.
    HistoryCharts await() {
        assertThat(page.locator("price-chart .picture canvas")).isVisible();
        return awaitTrue("option.xAxis[0].data.length > 20");
    }

    /// Waits until something is true of the library's `option` or `chart`; a part that is not there yet makes it false.
    HistoryCharts awaitTrue(String condition) {
        Chromium.await(page, """
                async () => {
                  %s
                  try {
                    return option !== undefined && (%s);
                  } catch (error) {
                    if (error instanceof TypeError) return false;
                    throw error;
                  }
                }""".formatted(CHART, condition));
        return this;
    }

    /// What an expression says of the library's `option` or `chart`.
    Object ask(String expression) {
        return page.evaluate("async () => { %s return %s; }".formatted(CHART, expression));
    }

    /// The starts of the bars that are shown, and how many more there are before them.
    String shown() {
        return (String) ask("""
                [option.dataZoom[0].startValue, option.dataZoom[0].endValue]
                  .map((at) => new Date(Number(option.xAxis[0].data[at] ?? 0)).toISOString().slice(0, 16)).join(' to ')""");
    }

    int count() {
        return ((Number) ask("option.dataZoom[0].endValue - option.dataZoom[0].startValue + 1")).intValue();
    }

    void choose(String button) {
        page.locator(".chart-tools")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /// Turns a study on or off.
    void study(String name) {
        page.locator(".chart-tools summary").first().click();
        page.locator(".chart-tools input[value=%s]".formatted(name)).click();
        page.keyboard().press("Escape");
    }

    void compareWith(String symbol) {
        page.locator(".chart-tools summary").last().click();
        page.getByLabel("Symbol to compare with").fill(symbol);
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
    }

    Locator legend() {
        return page.locator("price-chart .legend");
    }

    Locator notes() {
        return page.locator("price-chart .notes");
    }

    Locator picture() {
        return page.locator("price-chart .picture");
    }

    void assertLegend(String text) {
        assertThat(legend()).containsText(Pattern.compile(text));
    }

    /// All ranges, as their buttons say.
    static List<String> ranges() {
        return List.of("1D", "5D", "1M", "3M", "1Y", "All");
    }
}
