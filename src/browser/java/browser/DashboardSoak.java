package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an open page costs with 500 instruments that all tick four times a second. It needs a quiet machine.
class DashboardSoak {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Logger LOG = System.getLogger(DashboardSoak.class.getName());
    private static final Duration MEASURED = Duration.ofSeconds(30);
    /// How long the heap is measured: `-Dsoak.minutes=3` is a quick check.
    private static final int MINUTES = Integer.getInteger("soak.minutes", 30);
    private static final double FRAME = 1000 / 60.0;

    @Test
    void theTableIsThereWithinASecond() {
        List<Double> times = new ArrayList<>();
        try (var server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "500"))) {
            visit(server, times);
        }

        LOG.log(Level.INFO, "first paint of the table with prices, ms: {0}", times);
        assertThat(times.stream().sorted().toList().get(times.size() / 2)).isLessThan(1000);
    }

    private static void visit(LibertyServer server, List<Double> times) {
        for (int visit = 0; visit < 5; visit++) {
            Page page = CHROMIUM.page();
            awaitCalm(page);
            page.addInitScript("""
                    new MutationObserver((_, observer) => {
                      if (!/\\d/.test(document.querySelector('tbody .last')?.textContent ?? '')) return;
                      observer.disconnect();
                      requestAnimationFrame(() => setTimeout(() => window.there = performance.now()));
                    }).observe(document, { subtree: true, childList: true, characterData: true });""");
            page.navigate(server.uri().toString());
            page.waitForFunction("() => window.there");
            times.add(((Number) page.evaluate("window.there")).doubleValue());
            page.context().close();
        }
    }

    /// Waits until the browser has finished its own work in a new window, which is not the page's.
    private static void awaitCalm(Page page) {
        CDPSession browser = page.context().browser().newBrowserCDPSession();
        double before = seconds(browser);
        double used = 1;
        for (int round = 0; used > 0.05 && round < 60; round++) {
            page.waitForTimeout(500);
            double now = seconds(browser);
            used = now - before;
            before = now;
        }
        browser.detach();
    }

    static List<String> views() throws IOException {
        return PageFeatures.views();
    }

    @ParameterizedTest
    @MethodSource("views")
    void fiveHundredSymbolsCostLessThanThirtyPercentOfACore(String view) {
        try (var market = new BusyMarket(500)) {
            Page page = open(market);
            page.navigate(market.server.uri() + view);
            awaitTheRest(page);
            cost(page);
        }
    }

    /// Waits for everything that the page makes after the first prices, and until the code has been compiled.
    private static void awaitTheRest(Page page) {
        new Dashboard(page).awaitTools();
        page.waitForFunction("""
                () => document.querySelectorAll('quote-table tbody tr').length === 500
                    && /\\d/.test(document.querySelector('.tile:last-child, tbody .last')?.textContent)""");
        page.waitForTimeout(5000);
    }

    private static void cost(Page page) {
        CDPSession browser = page.context().browser().newBrowserCDPSession();
        page.evaluate("""
                async () => {
                  const { painted } = await import('/core/painter.js');
                  window.long = 0;
                  painted.longest = 0;
                  new PerformanceObserver((list) => window.long += list.getEntries().length).observe({ type: 'longtask' });
                }""");

        double before = seconds(browser);
        long begun = System.nanoTime();
        page.waitForTimeout((double) MEASURED.toMillis());
        double share = (seconds(browser) - before) / ((System.nanoTime() - begun) / 1e9);
        double longest = ((Number) page.evaluate("import('/core/painter.js').then(({ painted }) => painted.longest)"))
                .doubleValue();
        int rate = ((Number) page.evaluate("import('/quotes/quote-store.js').then(({ quotes }) => quotes.received)"))
                .intValue();

        LOG.log(
                Level.INFO,
                "all of Chromium: {0} of one core; longest paint {1} ms; {2} tasks over 50 ms; {3} quotes so far",
                share,
                longest,
                page.evaluate("window.long"),
                rate);
        assertThat(share).as("of one core").isLessThan(0.3);
        assertThat(longest).as("the longest paint, in milliseconds").isLessThan(FRAME);
    }

    @Test
    void theHeapDoesNotGrow() {
        try (var market = new BusyMarket(500)) {
            watchTheHeap(open(market));
        }
    }

    private static void watchTheHeap(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        List<Double> megabytes = new ArrayList<>();
        int samples = 6;

        for (int sample = 0; sample < samples; sample++) {
            page.waitForTimeout(MINUTES * 60_000.0 / samples);
            megabytes.add(heap(session));
            LOG.log(Level.INFO, "heap, MB: {0}", megabytes);
        }

        // The first sample is taken before the history of the prices is full.
        assertThat(megabytes.getLast()).isLessThan(megabytes.get(1) * 1.1 + 1);
    }

    private static Page open(BusyMarket market) {
        Page page = CHROMIUM.page();
        Dashboard dashboard = Dashboard.open(page, market.server.uri());
        dashboard.awaitMovingPrices();
        return page;
    }

    /// The processor time that all of the browser's processes have used.
    private static double seconds(CDPSession browser) {
        double sum = 0;
        for (var process : browser.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
            sum += process.getAsJsonObject().get("cpuTime").getAsDouble();
        }
        return sum;
    }

    private static double heap(CDPSession session) {
        session.send("HeapProfiler.collectGarbage");
        JsonObject usage = session.send("Runtime.getHeapUsage");
        return usage.get("usedSize").getAsDouble() / (1 << 20);
    }
}
