package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each part of the page has its room before it is there: nothing moves while a page opens.
class RoomBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int MANY = 200;

    private static final String SHIFTS = """
            window.shifted = 0;
            window.moved = [];
            new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) => {
              shifted += value;
              if (value < 0.005) return;
              moved.push(value.toFixed(3), ...sources.map(({ node, previousRect: from, currentRect: to }) =>
                `${node?.nodeName} ${node?.className} ${node?.dataset?.symbol} ${from.y}+${from.height} to ${to.y}+${to.height}`));
            })).observe({ type: 'layout-shift', buffered: true });""";

    @ParameterizedTest
    @CsvSource({
        "?, 200, 1440, 900",
        "?, 200, 1024, 768",
        "?, 200, 768, 1100",
        "?, 200, 390, 844",
        "?symbol=AAPL, 200, 1440, 900",
        "?symbol=AAPL, 200, 1280, 800",
        "?symbol=AAPL, 200, 1024, 768",
        "?symbol=AAPL, 200, 768, 1100",
        "?symbol=AAPL, 200, 390, 844",
        "?symbol=AAPL, 3, 1440, 900"
    })
    void aLinkToTheTableOrToASymbolMovesNothing(String place, int shares, int width, int height) {
        try (ScriptedServer server = serverOf(shares)) {
            Page page = open(server, place, width, height);

            assertThat(page.locator("main > :visible").last()).containsText("AAPL");
            assertNothingMoved(page);
        }
    }

    static Stream<String> otherViews() throws IOException {
        return PageFeatures.views().stream()
                .filter(view -> !view.equals("?"))
                .flatMap(view -> Stream.of(view, view + "&symbol=AAPL"));
    }

    @ParameterizedTest
    @MethodSource("otherViews")
    void aLinkToAnotherViewMovesNothing(String place) {
        // Its lists have the room of a whole market from the start.
        try (var server = new ScriptedServer(ScriptedEvents.manyShares(), ScriptedEvents.pricesOfMany())) {
            Page page = open(server, place, 1440, 900);

            assertThat(page.locator("main > :visible").last()).containsText("AAPL");
            assertNothingMoved(page);
        }
    }

    @ParameterizedTest
    @CsvSource({"?symbol=AAPL, 1440, 900", "?, 768, 1100"})
    void nothingMovesWhereTheVisitorHasLeftOutTheNames(String place, int width, int height) {
        try (ScriptedServer server = serverOf(MANY)) {
            Page page = CHROMIUM.page(options -> options.setViewportSize(width, height));
            Dashboard.openLive(page, server.uri(), "");
            page.evaluate("async () => (await import('/quotes/columns.js')).chooseColumns(['last', 'percent'])");
            page.addInitScript(SHIFTS);

            Dashboard dashboard = Dashboard.openLive(page, server.uri(), place + "&again");

            assertThat(dashboard.rows()).hasCount(MANY);
            assertThat(page.locator("quote-table thead .name")).hasCount(0);
            assertNothingMoved(page);
        }
    }

    private static Page open(ScriptedServer server, String place, int width, int height) {
        Page page = CHROMIUM.page(options -> options.setViewportSize(width, height));
        page.addInitScript(SHIFTS);
        Dashboard dashboard = Dashboard.open(page, server.uri(), place);
        assertThat(dashboard.connection()).hasText("Live");
        return page;
    }

    private static void assertNothingMoved(Page page) {
        assertThat(page.locator(".statistics:visible, .heat .tile:visible, tbody .price:visible")
                        .first())
                .containsText(Pattern.compile("\\d|AAPL"));
        page.waitForFunction("() => !document.querySelector('main :not(:defined)')");
        assertThat(((Number) page.evaluate("shifted")).doubleValue())
                .as(() -> "what moved: " + page.evaluate("moved.join('\\n')"))
                .isLessThan(0.02);
    }

    private static ScriptedServer serverOf(int shares) {
        String[] symbols = IntStream.range(0, shares)
                .mapToObj(at -> at == 0 ? "AAPL" : "SYM" + at)
                .toArray(String[]::new);
        return new ScriptedServer(
                ScriptedEvents.instruments(symbols),
                ScriptedEvents.hello("e1", "PT15S")
                        + IntStream.range(0, shares)
                                .mapToObj(at -> ScriptedEvents.quote("e1-" + (at + 1), symbols[at], 1, "100.00"))
                                .collect(Collectors.joining()));
    }
}
