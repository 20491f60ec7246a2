package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The map on paper.
class MarketPrintBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.statusShares(), ScriptedEvents.pricesInEachStatus());

    @Test
    void theMapKeepsItsColoursAndItsSize() {
        Page page = Dashboard.open(
                        CHROMIUM.page(options -> options.setColorScheme(ColorScheme.DARK)),
                        server.uri(),
                        "?view=market")
                .page();
        assertThat(page.locator(".tile").first()).containsText("%");
        Object size = size(page);

        PrintBrowserIT.prepareForPaper(page);

        assertThat(size(page)).isEqualTo(size);
        assertThat(PrintBrowserIT.colour(page, ".tile", "printColorAdjust")).isEqualTo("exact");
        assertThat(PrintBrowserIT.colour(page, ".tile", "backgroundColor")).isNotEqualTo("rgb(255, 255, 255)");
    }

    private static Object size(Page page) {
        return page.evaluate(
                "(({ offsetWidth, offsetHeight }) => `${offsetWidth} ${offsetHeight}`)(document.querySelector('.heat'))");
    }
}
