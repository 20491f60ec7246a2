package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page for everybody: no view or theme violates WCAG, only the status is announced, and any size works.
class AccessibilityBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.statusShares(), ScriptedEvents.pricesInEachStatus());

    @EachTheme
    void noViewHasAViolation(ColorScheme scheme, String palette) {
        Dashboard dashboard = open("", options -> options.setColorScheme(scheme));
        Page page = dashboard.page();
        page.evaluate("palette => document.documentElement.dataset.palette = palette", palette);
        server.send(ScriptedEvents.quote("e1-5", "AAPL", 2, "189.40"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▲189.40");
        page.keyboard().press("Alt+i");
        Axe.check(page, "quotes, with a flash and the panel");

        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("symbol-detail .statistics")).isVisible();
        Axe.check(page, "detail");

        for (Locator button :
                page.locator("help-button button, settings-button button").all()) {
            button.click();
            assertThat(page.locator("dialog")).isVisible();
            Axe.check(page, page.locator("dialog").innerText());
            page.keyboard().press("Escape");
        }
        page.getByText("Lists…").click();
        assertThat(page.locator("dialog")).isVisible();
        Axe.check(page, "watchlists");
        page.keyboard().press("Escape");

        page.keyboard().press("Alt+p");
        assertThat(dashboard.connection()).hasText("Paused");
        Axe.check(page, "paused");
        page.keyboard().press("Alt+p");
        assertThat(dashboard.banner()).containsText("Resumed after");
        Axe.check(page, "the report of an interruption");

        server.answerStreamsWith(503);
        server.endStreams();
        assertThat(dashboard.connection()).hasText("Reconnecting");
        Axe.check(page, "reconnecting, quotes and detail");
    }

    @Test
    void noViewHasAViolationOnASmallScreen() {
        Dashboard dashboard = open("", options -> options.setViewportSize(360, 740));
        Axe.check(dashboard.page(), "quotes");
        dashboard.page().keyboard().press("ArrowDown");
        dashboard.page().keyboard().press("Enter");
        assertThat(dashboard.page().locator("symbol-detail .statistics")).isVisible();
        Axe.check(dashboard.page(), "detail");
    }

    @Test
    void onlyTheStatusAndTheFiltersCountAreAnnouncedAndNeverAPrice() {
        Dashboard dashboard = open("", options -> {});
        assertThat(dashboard.page().locator("[aria-live], [role=status], [role=alert], [role=log], [role=timer]"))
                .hasCount(2);
        dashboard.page().evaluate("""
                () => {
                  window.spoken = [];
                  const listener = new MutationObserver((changes) => window.spoken.push(...changes.map(({ target }) => target.data)));
                  for (const live of document.querySelectorAll('[role=status]'))
                    listener.observe(live, { subtree: true, childList: true, characterData: true });
                }""");

        server.send(ScriptedEvents.quote("e1-5", "AAPL", 2, "189.40"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▲189.40");
        assertThat(dashboard.page().evaluate("window.spoken.join()")).isEqualTo("");

        dashboard.page().keyboard().press("Alt+p");
        assertThat(dashboard.connection()).hasText("Paused");
        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().insertText("ms");
        assertThat(dashboard.rows()).hasCount(1);
        Chromium.eventually(() -> assertThat(dashboard.page().evaluate("window.spoken.join()"))
                .isEqualTo("Paused,1 of 4 instruments · USD"));
    }

    @Test
    void thePriceAndTheWordForItsDirectionAreTwoWords() {
        Dashboard dashboard = open("", options -> {});
        server.send(ScriptedEvents.quote("e1-5", "AAPL", 2, "189.20"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▼189.20");

        assertThat(dashboard.cell("AAPL", "last")).hasAccessibleName("down 189.20");
    }

    @Test
    void shapesAndWordsRemainIfTheSystemForcesColours() {
        Dashboard dashboard = open("", options -> options.setForcedColors(ForcedColors.ACTIVE));
        server.send(ScriptedEvents.quote("e1-5", "AAPL", 2, "189.40"));

        assertThat(dashboard.cell("AAPL", "last")).hasText("▲189.40");
        assertThat(dashboard.cell("MSFT", "age")).containsText("Halted");
        assertThat(dashboard.cell("AAPL", "range .track").evaluate("bar => getComputedStyle(bar).borderTopWidth"))
                .isEqualTo("1px");
        Axe.check(dashboard.page(), "forced colours");
    }

    @ParameterizedTest
    @CsvSource({"720, 450, 2", "360, 225, 4", "320, 256, 4"})
    void anEnlargedPageIsStillUsable(int width, int height, int scale) throws IOException {
        Dashboard dashboard =
                open("", options -> options.setViewportSize(width, height).setDeviceScaleFactor(scale));
        Page page = dashboard.page();

        for (String view : Stream.concat(PageFeatures.views().stream(), Stream.of("?symbol=AAPL"))
                .toList()) {
            page.navigate(server.uri() + view);
            assertThat(dashboard.connection()).hasText("Live");
            Chromium.eventually(() -> assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width));
        }
        page.getByLabel("Close the details").click();
        dashboard.cell("XOM", "last").scrollIntoViewIfNeeded();
        assertThat(dashboard.cell("XOM", "last")).isInViewport();
    }

    private Dashboard open(String place, Consumer<NewContextOptions> options) {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(options), server.uri(), place);
        assertThat(dashboard.rows()).hasCount(4);
        // The rows can be there before the stream.
        assertThat(dashboard.page().locator(":root[data-live-status=live]")).isAttached();
        // And the stream before the first prices: quotes that arrive together are painted once, without an arrow.
        assertThat(dashboard.cell("XOM", "last")).hasText("100.00");
        return dashboard;
    }
}
