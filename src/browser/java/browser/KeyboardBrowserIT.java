package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page without a mouse.
class KeyboardBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @Test
    void theKeyboardAloneLeadsEverywhere() {
        Dashboard dashboard = open("");
        var keyboard = dashboard.page().keyboard();

        keyboard.press("ArrowDown");
        assertThat(dashboard.page().locator("tr[data-symbol=AAPL] a")).isFocused();
        keyboard.press("ArrowDown");
        keyboard.press("Alt+w");
        assertThat(dashboard.page().getByLabel("XOM on the watchlist")).hasAttribute("aria-pressed", "true");
        keyboard.press("End");
        assertThat(dashboard.page().locator("tr[data-symbol=CVX] a")).isFocused();
        keyboard.press("Enter");
        assertThat(dashboard.page()).hasURL(server.uri() + "?symbol=CVX");
        keyboard.press("Alt+p");
        assertThat(dashboard.connection()).hasText("Paused");
        keyboard.press("Alt+p");
        assertThat(dashboard.connection()).hasText("Live");
        keyboard.press("?");
        assertThat(dashboard.page().getByText("filter by symbol or name")).isVisible();
        keyboard.press("Escape");
        assertThat(dashboard.page().getByText("filter by symbol or name")).isHidden();
    }

    @Test
    void tabLeadsToAllThatCanBeClickedAndShowsWhereItIs() {
        Dashboard dashboard = open("?symbol=AAPL");
        var keyboard = dashboard.page().keyboard();
        keyboard.press("Alt+i");
        dashboard
                .page()
                .waitForFunction(
                        "() => document.querySelector('.trades') && !document.querySelector('main :not(:defined)')");
        dashboard.page().evaluate("""
                () => {
                  // One row and one radio button are enough: the arrow keys lead to the others.
                  const clickable = [...document.querySelectorAll('a[href], button, select, input')]
                    .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !(one.type === 'radio' && !one.checked));
                  window.unreached = new Set(clickable);
                  window.unmarked = [];
                  document.activeElement.blur();
                }""");

        for (int step = 0; step < 80; step++) {
            keyboard.press("Tab");
            dashboard.page().evaluate("""
                    () => {
                      const at = document.activeElement;
                      window.unreached.delete(at);
                      if (at !== document.body && getComputedStyle(at).outlineStyle === 'none') window.unmarked.push(at.outerHTML);
                    }""");
        }

        assertThat(dashboard.page().evaluate("[...window.unreached].map((one) => one.outerHTML).join('\\n')"))
                .isEqualTo("");
        assertThat(dashboard.page().evaluate("window.unmarked.join('\\n')")).isEqualTo("");
    }

    @Test
    void aColumnIsOrderedAndAWindowOpenedAndLeftWithoutAMouse() {
        Dashboard dashboard = open("");
        Page page = dashboard.page();

        page.locator("th.last button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("th.last[aria-sort=descending]")).isVisible();
        dashboard.awaitSymbols("MSFT", "AAPL", "CVX", "XOM");
        page.keyboard().press("Space");
        assertThat(page.locator("th.last[aria-sort=ascending]")).isVisible();

        page.locator("settings-button button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("settings-button button")).isFocused();
    }

    @Test
    void theRowOfTheKeyboardIsNeverUnderTheHead() {
        String[] many = IntStream.range(10, 90)
                .mapToObj("S%s, Share, Energy"::formatted)
                .toArray(String[]::new);
        server.restartWith(ScriptedEvents.listing(many), ScriptedEvents.hello("e1", "PT15S"));
        Dashboard dashboard = open("");
        dashboard.page().keyboard().press("End");
        assertThat(dashboard.cell("S89", "symbol a")).isFocused();

        for (int row = 89; row > 30; row--) {
            dashboard.page().keyboard().press("ArrowUp");
        }

        assertThat(dashboard.cell("S30", "symbol a")).isFocused();
        assertThat(dashboard.page().evaluate("""
                () => document.activeElement.getBoundingClientRect().top
                  >= document.querySelector('thead').getBoundingClientRect().bottom""")).isEqualTo(true);
    }

    @Test
    void keysCanBeTurnedOffForThoseWhomTheySurprise() {
        Dashboard dashboard = open("");
        dashboard.page().keyboard().press("?");
        dashboard.page().getByLabel("Use single-key shortcuts").uncheck();
        dashboard.page().keyboard().press("Escape");

        dashboard.page().keyboard().press("x");
        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().press("ArrowDown");

        assertThat(dashboard.page().locator("tr[data-symbol=AAPL] a")).isFocused();
        assertThat(dashboard.page().getByLabel("Filter")).hasValue("");
        dashboard.page().keyboard().press("Alt+p");
        assertThat(dashboard.connection()).hasText("Paused");
    }

    private Dashboard open(String place) {
        return Dashboard.openLive(CHROMIUM.page(), server.uri(), place);
    }
}
