package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The trends in the table: the day as the server knows it, up to this moment.
class TrendColumnBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Logger LOG = System.getLogger(TrendColumnBrowserIT.class.getName());
    // The page asks for two; one that it cancelled may still be on its way.
    private static final int MOST_AT_A_TIME = 4;

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "NEW"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "190.00")
                    + ScriptedEvents.quote("e1-2", "NEW", 1, "10.00"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void theTrendIsTheDayUpToThisMomentInTheColourOfItsWay() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");
        // Far above and far below the whole day.
        server.send(ScriptedEvents.quote("e1-3", "AAPL", 2, "290.00"));
        awaitColour(dashboard, "up");
        server.send(ScriptedEvents.quote("e1-4", "AAPL", 3, "90.00"));
        awaitColour(dashboard, "down");

        // Bars that have ended, so that the browser can keep them; the stream continues them.
        assertThat(candles.queries()).containsOnlyOnce("AAPL?interval=PT5M&to=2026-11-22T09:30:00.000Z&limit=300");
        assertThat(candles.queries())
                .filteredOn(query -> query.startsWith("AAPL?"))
                .hasSize(1);
        assertThat(dashboard.page().evaluate("document.querySelector('tr[data-symbol=NEW] .spark').width"))
                .as("nothing is known of it")
                .isEqualTo(0);
    }

    @Test
    void onlyRowsThatAreShownAskForTheirTrend() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "?q=AAPL");
        server.send(ScriptedEvents.quote("e1-3", "AAPL", 2, "290.00"));
        awaitColour(dashboard, "up");

        assertThat(candles.queries()).noneMatch(query -> query.startsWith("NEW?"));
    }

    @Test
    void theTrendGoesOnWithTheStreamAndWhatIsMissingIsFetched() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");
        server.send(at("e1-3", 2, "290.00", "09:34:59"));
        awaitColour(dashboard, "up");

        server.send(at("e1-4", 3, "90.00", "09:35:01"));
        awaitColour(dashboard, "down");
        assertThat(asked()).hasSize(1);
        server.send(at("e1-5", 4, "290.00", "10:05:00"));

        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(asked())
                        .hasSize(2)
                        .last()
                        .isEqualTo("AAPL?interval=PT5M&to=2026-11-22T10:05:00.000Z&limit=300"));
        awaitColour(dashboard, "up");
    }

    @Test
    void aLateAnswerOfAServerWithoutHistoryIsNoWordOfTheOneThatFollowsIt() {
        var late = new HeldRequests(exchange -> ScriptedServer.answer(exchange, 404, "{}"), ".*");
        server.serve("/api/candles/", late);
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "?q=AAPL");
        late.awaitOne();
        server.restartWith(
                ScriptedEvents.instruments("AAPL", "NEW"),
                ScriptedEvents.hello("e2", "PT15S") + ScriptedEvents.quote("e2-1", "AAPL", 1, "290.00"));
        server.endStreams();
        assertThat(dashboard.cell("AAPL", "last")).containsText("290.00");
        serveCandles();
        late.release();

        server.send(ScriptedEvents.quote("e2-2", "AAPL", 2, "291.00"));
        awaitColour(dashboard, "up");
    }

    private List<String> asked() {
        return candles.queries().stream()
                .filter(query -> query.startsWith("AAPL?"))
                .toList();
    }

    private static String at(String id, int seq, String last, String time) {
        return ScriptedEvents.quote(id, "AAPL", seq, last, time + ".000000", "trading");
    }

    @Test
    void scrollingThroughTwoThousandRowsAsksForThoseThatStayOnTheScreenAFewAtATime() {
        String[] symbols = IntStream.range(0, 2000).mapToObj("S%04d"::formatted).toArray(String[]::new);
        String prices = IntStream.range(0, symbols.length)
                .mapToObj(number -> ScriptedEvents.quote("e1-" + (number + 1), symbols[number], 1, "100.00"))
                .collect(Collectors.joining());
        var trends = new CountedTrends();
        try (var large =
                new ScriptedServer(ScriptedEvents.instruments(symbols), ScriptedEvents.hello("e1", "PT15S") + prices)) {
            large.serve("/api/candles/", trends);
            Page page = CHROMIUM.page();
            Dashboard.openLive(page, large.uri(), "");
            page.locator("quote-table .scroller").hover();

            page.waitForFunction("""
                    () => {
                      const scroller = document.querySelector('quote-table .scroller');
                      scroller.scrollBy(0, 400);
                      return scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
                    }""");
            await().atMost(Chromium.PATIENCE).until(() -> trends.asked.contains("S1999"));
            page.waitForFunction("() => document.querySelector('tr[data-symbol=S1999] .spark').width > 0");
        }

        LOG.log(
                Level.INFO,
                "2,000 rows were scrolled through with {0} requests, at most {1} at a time",
                trends.asked.size(),
                trends.most.get());
        // A screen has about thirty rows; those in between were passed.
        assertThat(trends.asked).hasSizeLessThan(200);
        assertThat(trends.most).hasValueLessThanOrEqualTo(MOST_AT_A_TIME);
    }

    /// Trends of three bars, and who asked for them.
    private static final class CountedTrends implements HttpHandler {
        final Queue<String> asked = new ConcurrentLinkedQueue<>();
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            String symbol = exchange.getRequestURI().getPath().replaceFirst("^/api/candles/", "");
            asked.add(symbol);
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            byte[] body = IntStream.range(0, 3)
                    .mapToObj(bar -> """
                            {"start":"2026-11-20T15:%s0:00Z","open":1,"high":3,"low":1,"close":%s,"volume":1,"trades":1,\
                            "complete":true}""".formatted(bar, bar + 1))
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            running.decrementAndGet();
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }

    private static void awaitColour(Dashboard dashboard, String way) {
        Chromium.await(dashboard.page(), """
                async (way) => {
                  const { colours } = await import('/core/colours.js');
                  const canvas = document.querySelector('tr[data-symbol=AAPL] canvas');
                  if (!canvas?.width) return false;
                  const wanted = colours[way].match(/\\d+/g).slice(0, 3).map(Number);
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  for (let at = 0; at < data.length; at += 4) {
                    if (data[at + 3] > 250 && wanted.every((part, of) => Math.abs(part - data[at + of]) < 3)) return true;
                  }
                  return false;
                }""", way);
    }
}
