package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The panel of texts has its room before it is there, and keeps it.
class CommentaryRoomBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String SHIFTS = """
            window.shifted = 0;
            window.moved = [];
            new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) => {
              window.shifted += value;
              moved.push(...sources.map(({ node }) => node)
                .filter((node) => node?.matches?.('.ask, .statistics, .trades, .heat, .movers, .movers section'))
                .map((node) => node.className || node.nodeName));
            })).observe({ type: 'layout-shift', buffered: true });""";

    @ParameterizedTest
    @CsvSource({
        "1280, 800, ?view=market",
        "1280, 800, ?symbol=AAPL",
        "1280, 800, ?view=market&symbol=AAPL",
        "768, 1100, ?view=market",
        "390, 800, ?view=market",
        "390, 800, ?symbol=AAPL"
    })
    void nothingMovesWhenItComes(int width, int height, String view) {
        // The lists of the market have the room of a whole one from the start.
        boolean many = view.contains("view=");
        String shares = many ? ScriptedEvents.manyShares() : ScriptedEvents.fourShares();
        String prices = (many ? ScriptedEvents.pricesOfMany() : ScriptedEvents.pricesOfFour())
                .replace(
                        ScriptedEvents.hello("e1", "PT15S"),
                        ScriptedEvents.helloWithTopics("e1", ScriptedCommentary.TOPICS));
        try (var server = new ScriptedServer(shares, prices)) {
            Page page = open(server, width, height, view);

            assertThat(page.locator("commentary-panel section:visible").first()).isVisible();
            assertThat(page.locator(".statistics, .heat .tile").first()).isVisible();
            page.waitForFunction("() => !document.querySelector('main :not(:defined)')");
            assertThat(((Number) page.evaluate("window.shifted")).doubleValue()).isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, ?view=market", "1280, ?symbol=AAPL", "390, ?view=market", "390, ?symbol=AAPL"})
    void nothingAroundItMovesWhileATextGrows(int width, String view) {
        try (var server = new ScriptedServer(ScriptedEvents.fourShares(), "")) {
            var commentary = new ScriptedCommentary(server);
            commentary.quote("AAPL", 1, "30");
            commentary.begin("a", "", "quiet");
            commentary.write("a", "It begins. ");
            Page page = open(server, width, 800, view);
            assertThat(page.locator("article .text")).hasText("It begins.");
            page.evaluate("moved.length = 0");

            for (int count = 0; count < 20; count++) {
                commentary.write("a", "It goes on and on until there is no more to say. ");
            }
            commentary.end("a", "complete");

            assertThat(page.locator("article")).hasAttribute("data-state", "complete");
            assertThat(page.evaluate("moved.join()")).isEqualTo("");
        }
    }

    private static Page open(ScriptedServer server, int width, int height, String view) {
        Page page = CHROMIUM.page(options -> options.setViewportSize(width, height));
        page.addInitScript(SHIFTS);
        Dashboard.open(page, server.uri(), view);
        return page;
    }
}
