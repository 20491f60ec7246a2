package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a table of 2,000 instruments costs that all tick ten times a second. It needs a quiet machine.
class LongTableSoak {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Logger LOG = System.getLogger(LongTableSoak.class.getName());
    private static final int COUNT = 2000;
    private static final double SECONDS = 20;

    /// Counts the frames of a second, `times` times in a row.
    private static final String FRAMES = """
            (times) => new Promise((done) => {
              const counts = [];
              let [count, begun] = [0, performance.now()];
              const frame = (now) => {
                count++;
                if (now - begun >= 1000) {
                  counts.push(count);
                  [count, begun] = [0, now];
                }
                if (counts.length < times) requestAnimationFrame(frame);
                else done(counts.sort((one, other) => one - other)[Math.floor(times / 2)]);
              };
              requestAnimationFrame(frame);
            })""";

    /// The time from an action to the frame that shows it, in milliseconds.
    private static final String TIME = """
            async (action) => {
              const { route } = await import('/core/route.js');
              const begun = performance.now();
              route.replace(action);
              await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
              return performance.now() - begun;
            }""";

    @AutoClose
    private final BusyMarket market = new BusyMarket(COUNT, 10);

    private Page page;

    @BeforeEach
    void open() {
        page = CHROMIUM.page();
        Dashboard dashboard = Dashboard.openLive(page, market.server.uri(), "");
        dashboard.awaitMovingPrices();
        page.waitForTimeout(5000);
    }

    @Test
    void sixtyFramesASecondWithTwoFifthsOfACore() {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable");
        double before = metric(session, "ProcessTime");
        long begun = System.nanoTime();

        page.waitForTimeout(SECONDS * 1000);

        double share = (metric(session, "ProcessTime") - before) / ((System.nanoTime() - begun) / 1e9);
        Number frames = (Number) page.evaluate(FRAMES, 9);
        LOG.log(
                Level.INFO,
                "renderer: {0} of one core; frames a second, median: {1}; nodes: {2}; heap, MB: {3}",
                share,
                frames,
                metric(session, "Nodes"),
                metric(session, "JSHeapUsedSize") / (1 << 20));
        assertThat(share).as("of one core").isLessThan(0.4);
        assertThat(frames.intValue()).as("frames a second").isGreaterThan(55);
        assertThat(metric(session, "Nodes")).isLessThan(15_000);
    }

    @Test
    void anOrderTakesLessThanThreeTenthsOfASecondAndAFilterLessThanOne() {
        double ordered = slowest("{ sort: '-last' }", "{ sort: 'symbol' }", "{ sort: '-percent' }", "{ sort: '' }");
        double filtered = slowest("{ q: 'SYM1' }", "{ q: 'SYM19' }", "{ q: 'SYM' }", "{ q: '' }");

        LOG.log(Level.INFO, "the slowest order, ms: {0}; the slowest filter, ms: {1}", ordered, filtered);
        assertThat(ordered).as("the slowest order, in milliseconds").isLessThan(300);
        assertThat(filtered).as("the slowest filter, in milliseconds").isLessThan(100);
    }

    private double slowest(String... actions) {
        double slowest = 0;
        for (String action : actions) {
            Number took = (Number) page.evaluate("async () => (%s)(%s)".formatted(TIME, action));
            slowest = Math.max(slowest, took.doubleValue());
            page.waitForTimeout(1000);
        }
        return slowest;
    }

    private static double metric(CDPSession session, String name) {
        for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject one = metric.getAsJsonObject();
            if (one.get("name").getAsString().equals(name)) {
                return one.get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("no metric " + name);
    }
}
