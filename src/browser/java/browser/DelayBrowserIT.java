package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A page whose server delays prices says so wherever there are prices.
class DelayBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String LATE = delayed("PT15M");

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), LATE);

    private static String delayed(String delay) {
        return ScriptedEvents.hello("e1", "PT15S")
                .replaceFirst("(\"epoch\")", "\"delayed\":\"%s\",$1".formatted(delay));
    }

    private Page open(String query, Consumer<Browser.NewContextOptions> options) {
        return Dashboard.open(CHROMIUM.page(options), server.uri(), query).page();
    }

    private static Locator mark(Page page) {
        return page.locator("delay-mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?view=market", "?symbol=AAPL"})
    void everyViewSaysHowLatePricesAreAtEveryWidth(String view) {
        Page page = open(view, options -> options.setViewportSize(1440, 740));
        server.send(ScriptedEvents.quote("e1-1", "AAPL", 1, "30"));
        assertThat(mark(page)).hasText("Delayed by 15 minutes");

        for (int width : new int[] {1440, 1024, 768, 480, 360, 320}) {
            page.setViewportSize(width, 740);
            BoundingBox box = mark(page).boundingBox();
            assertThat(box.x).as("at %s pixels", width).isNotNegative();
            assertThat(box.x + box.width).as("at %s pixels", width).isLessThanOrEqualTo(width);
            assertThat((Boolean) mark(page).evaluate("""
                            (mark) => {
                              const { x, y, width, height } = mark.getBoundingClientRect();
                              return mark.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                            }"""))
                    .as("seen at %s pixels", width)
                    .isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-US, Delayed by 15 minutes", "zh-CN, 延迟 15 分钟"})
    void aPageWithoutPricesSaysThatTheyAreNotOldEnough(String locale, String words) {
        Page page = open("", options -> options.setLocale(locale));

        assertThat(mark(page)).containsText(words);
        assertThat(mark(page)).not().hasText(words);

        server.send(ScriptedEvents.quote("e1-1", "AAPL", 1, "30"));
        assertThat(mark(page)).hasText(words);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 1 hour", "PT1M30S, 90 seconds", "PT20M, 20 minutes", "PT3S, 3 seconds"})
    void theDelayIsSaidExactly(String delay, String words) {
        server.restartWith(ScriptedEvents.fourShares(), delayed(delay));

        assertThat(mark(open("", options -> {}))).containsText("Delayed by " + words);
    }

    @Test
    void nothingIsLoadedForItWherePricesComeAtOnce() {
        server.restartWith(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());
        Page page = open("", options -> {});
        assertThat(new Dashboard(page).connection()).hasText("Live");

        assertThat(page.evaluate("""
                        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/delay/')).length""")).isEqualTo(0);
        assertThat(mark(page)).hasCount(0);
    }

    @Test
    void theMarkComesAndGoesWithTheRightToSeePricesAtOnce() {
        server.restartWith(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");
        Page page = dashboard.page();

        server.restartWith(ScriptedEvents.fourShares(), LATE + ScriptedEvents.quote("e1-0", "AAPL", 1, "29"));
        server.endStreams();
        assertThat(mark(page)).hasText("Delayed by 15 minutes");
        // What is late is older than what was there.
        assertThat(dashboard.cell("AAPL", "last")).containsText("29.00");

        server.restartWith(ScriptedEvents.fourShares(), ScriptedEvents.hello("e1", "PT15S", "resumed"));
        server.endStreams();
        assertThat(mark(page)).isHidden();
    }

    /// Of a stream that a proxy holds back, the page sees no hello.
    @Test
    void fetchedPricesSayItToo() {
        server.holdStreams();
        server.serve("/api/quotes", DelayBrowserIT::quotes);
        Page page = CHROMIUM.page();
        page.addInitScript("delete window.SharedWorker");
        page.clock().install();
        page.navigate(server.uri().toString());
        assertThat(new Dashboard(page).rows()).hasCount(4);

        page.clock().fastForward(11_000);

        assertThat(mark(page)).hasText("Delayed by 15 minutes");
    }

    private static void quotes(HttpExchange exchange) throws IOException {
        byte[] body = """
                [{"symbol":"AAPL","last":30,"change":1,"changePercent":1,"volume":5,"seq":1,\
                "time":"2026-11-22T09:30:00.123456Z","status":"trading"}]""".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Delayed", "PT15M");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 360", "DARK, 360"})
    void everybodyCanReadIt(ColorScheme scheme, int width) {
        Page page = open("", options -> options.setColorScheme(scheme).setViewportSize(width, 740));
        assertThat(mark(page)).isVisible();

        Axe.check(page, "a page with delayed prices, %s, %s".formatted(scheme, width));
    }
}
