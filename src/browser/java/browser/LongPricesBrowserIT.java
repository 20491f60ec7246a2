package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Prices with many digits, as coins and currencies have them, in a recording.
class LongPricesBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            "[%s,%s]".formatted(instrument("PEPE/USD", "1e-8"), instrument("GOLD", "0.001")),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.recorded("e1-1", "PEPE/USD", 1, "1.2e-7")
                    + ScriptedEvents.recorded("e1-2", "GOLD", 1, "123456.789"));

    @Test
    void noFigureIsCutAtAnyWidth() {
        Dashboard dashboard = open("");
        server.send(ScriptedEvents.recorded("e1-3", "GOLD", 2, "1123456.789"));
        assertThat(dashboard.cell("GOLD", "last")).hasText("▲1,123,456.789");

        for (int width = 320; width <= 1600; width += 40) {
            dashboard.page().setViewportSize(width, 740);
            assertWholeAt(dashboard.page(), width);
        }
    }

    private static void assertWholeAt(Page page, int width) {
        Chromium.eventually(() -> {
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('tbody td:not(.name)')]
                      .filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.className).join()""")).as("at %s pixels", width).isEqualTo("");
            assertThat(page.evaluate("document.querySelector('.scroller').scrollWidth"))
                    .isEqualTo(width);
        });
    }

    @Test
    void columnsAreAsWideAsTheLongestPriceOnShowAsksFor() {
        Dashboard dashboard = open("");
        double wide = width(dashboard);

        dashboard.page().getByLabel("Filter").fill("none of them");
        assertThat(dashboard.rows()).hasCount(0);

        Chromium.eventually(() -> assertThat(width(dashboard)).isLessThan(wide));
    }

    private static double width(Dashboard dashboard) {
        return ((Number) dashboard.page().evaluate("document.querySelector('th.last').getBoundingClientRect().width"))
                .doubleValue();
    }

    @Test
    void everyPlaceHasTheDecimalsOfTheInstrument() {
        Page page = open("?symbol=PEPE/USD").page();
        server.awaitStreamOf("trade");
        server.send(ScriptedEvents.recorded("e1-3", "PEPE/USD", 2, "1.3e-7")
                + ScriptedEvents.trade("e1-4", "PEPE/USD", "1.3e-7", 1, "09:30:01.000000")
                        .replace("\"size\":1", "\"size\":1e-8"));

        assertThat(page.locator("symbol-detail strong")).hasText("0.00000013");
        assertThat(page.locator(".trades tbody tr").first()).containsText("0.000000130.00000001");
        assertThat(page.locator(".statistics")).containsText("First price");
        assertThat(page.locator(".statistics")).containsText("VWAP (seen)0.00000013");
        assertThat(page.locator("symbol-detail header p")).hasText("recorded on Nov 25, 2013 · USD");
    }

    private static String instrument(String symbol, String tickSize) {
        return """
                {"symbol":"%1$s","name":"%1$s","sector":"Recorded","mic":"XXXX","currency":"USD","tickSize":%2$s,"shares":0}""".formatted(symbol, tickSize);
    }

    private Dashboard open(String place) {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), place);
        assertThat(dashboard.cell("GOLD", "last")).hasText("123,456.789");
        return dashboard;
    }
}
