package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The view of the whole market for everybody: no theme violates WCAG, and a frozen price does not look live.
class MarketAccessibilityBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.statusShares(), ScriptedEvents.pricesInEachStatus());

    @EachTheme
    void theMarketHasNoViolation(ColorScheme scheme, String palette) {
        Dashboard dashboard = open("&symbol=AAPL", options -> options.setColorScheme(scheme));
        Page page = dashboard.page();
        page.evaluate("palette => document.documentElement.dataset.palette = palette", palette);
        Axe.check(page, "market with detail");

        server.answerStreamsWith(503);
        server.endStreams();
        assertThat(dashboard.connection()).hasText("Reconnecting");
        page.keyboard().press("Escape");
        assertThat(page.locator("symbol-detail")).isHidden();
        Axe.check(page, "reconnecting, market");
    }

    @Test
    void theMarketHasNoViolationOnASmallScreen() {
        Axe.check(open("", options -> options.setViewportSize(360, 740)).page(), "market");
    }

    @Test
    void changesRemainReadableIfTheSystemForcesColours() {
        Page page = open("", options -> options.setForcedColors(ForcedColors.ACTIVE))
                .page();

        assertThat(page.locator(".tile[data-symbol=AAPL]")).hasText("AAPL −1.50%");
        Axe.check(page, "forced colours, market");
    }

    @Test
    void aFrozenPriceDoesNotLookLive() {
        Dashboard dashboard = open("", options -> {});
        Locator tile = dashboard.page().locator(".tile").first();
        assertThat(tile).containsText(Pattern.compile("\\d"));

        dashboard.assertLooksLiveOnlyWhenLive(server, tile, "background-image");
    }

    private Dashboard open(String more, Consumer<NewContextOptions> options) {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(options), server.uri(), "?view=market" + more);
        dashboard.awaitStatus("Live");
        assertThat(dashboard.page().locator(".heat .tile >> nth=0")).isVisible();
        return dashboard;
    }
}
