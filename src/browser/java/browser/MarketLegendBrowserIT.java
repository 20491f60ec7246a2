package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What stands beside the map: what its colours and sizes mean, and the lists.
class MarketLegendBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.listing(
                    "AAPL, Apple, Technology",
                    "XOM, Exxon, Energy",
                    "MSFT, Microsoft, Technology",
                    "LONGESTSYMBOL.US, Long, Energy"),
            ScriptedEvents.hello("e1", "PT15S")
                    + MarketBrowserIT.quote(1, "AAPL", 2.5, 100)
                    + MarketBrowserIT.quote(2, "XOM", -1, 900)
                    + MarketBrowserIT.quote(3, "MSFT", 0, 50)
                    + ScriptedEvents.event("e1-4", "quote", """
                            {"symbol":"LONGESTSYMBOL.US","last":67920.55,"lastSize":1,"open":66000,"high":68000,"low":65000,\
                            "previousClose":66000,"change":1920.55,\
                            "changePercent":12.91,"volume":10,"seq":4,"time":"2026-11-22T09:30:00.000000Z","status":"trading"}"""));

    @Test
    void theScaleHasTheColoursOfTheTiles() {
        Dashboard dashboard = open();
        Locator scale = dashboard.page().locator(".scale");

        assertThat(scale).hasText("−2.00%+2.00%");
        assertThat(scale.locator("i")).hasCount(5);
        assertThat(colour(scale.locator("i").nth(1))).isEqualTo(colour(MarketBrowserIT.tile(dashboard, "XOM")));
        assertThat(colour(scale.locator("i").nth(2))).isEqualTo(colour(MarketBrowserIT.tile(dashboard, "MSFT")));
        assertThat(colour(scale.locator("i").nth(4))).isEqualTo(colour(MarketBrowserIT.tile(dashboard, "AAPL")));
        assertThat(scale.locator("i")
                        .evaluateAll("all => new Set(all.map((one) => getComputedStyle(one).backgroundColor)).size"))
                .isEqualTo(5);
    }

    @Test
    void theWordsSayWhatTheSizesAreOfARecordingToo() {
        Dashboard dashboard = open();
        Locator words = dashboard.page().locator(".legend > span").first();
        assertThat(words).hasText("Size: market cap. Colour: change since yesterday’s close.");

        server.send(ScriptedEvents.recorded("e1-5", "AAPL", 5, "103"));

        assertThat(words).hasText("Size: all the same. Colour: change since the recording began.");
    }

    @Test
    void aLongSymbolIsShortenedAndCoversNoPrice() {
        Dashboard dashboard = open();
        Locator row = MarketBrowserIT.list(dashboard, "Gainers").first();
        assertThat(row).hasText("LONGESTSYMBOL.US67,920.55+12.91%");

        for (int width = 320; width <= 1440; width += 80) {
            dashboard.page().setViewportSize(width, 740);
            assertThat(row.evaluate("""
                    (row) => {
                      const [link, price, percent] = ['a', '.cost', '.percent'].map((part) => row.querySelector(part));
                      const whole = (cell) => cell.scrollWidth <= cell.clientWidth;
                      const right = link.getBoundingClientRect().right;
                      const { overflow, textOverflow } = getComputedStyle(link);
                      return `${overflow} ${textOverflow} ${right <= price.getBoundingClientRect().left} ${whole(price)} ${whole(percent)}`;
                    }""")).as("at %s pixels", width).isEqualTo("hidden ellipsis true true true");
        }
    }

    private static Object colour(Locator element) {
        return element.evaluate("element => getComputedStyle(element).backgroundColor");
    }

    private Dashboard open() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=market");
        // Tiles can be there before their prices.
        assertThat(MarketBrowserIT.tile(dashboard, "MSFT")).hasText("MSFT 0.00%");
        return dashboard;
    }
}
