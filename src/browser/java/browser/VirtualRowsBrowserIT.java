package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A table that is much longer than the screen: only the rows near it have cells, and none can tell.
class VirtualRowsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int COUNT = 2000;

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.listing(IntStream.range(0, COUNT)
                    .mapToObj("S%1$s, Share number %1$s, Energy"::formatted)
                    .toArray(String[]::new)),
            ScriptedEvents.hello("e1", "PT15S")
                    + IntStream.range(0, COUNT)
                            .mapToObj(
                                    at -> ScriptedEvents.quote("e1-" + (at + 1), "S" + at, 1, String.valueOf(100 + at)))
                            .collect(Collectors.joining()));

    @Test
    void twoThousandInstrumentsHaveTwoThousandRowsButFewCells() {
        Dashboard dashboard = open();

        assertThat(dashboard.rows()).hasCount(COUNT);
        Chromium.eventually(() -> assertThat(dashboard.fullRows().count()).isBetween(30, 70));
        assertThat((int) dashboard.page().evaluate("document.querySelectorAll('*').length"))
                .isLessThan(8000);
    }

    @Test
    void scrollingLeadsToRowsThatAreAsCompleteAndTakesTheCellsFromTheOthers() {
        Dashboard dashboard = open();

        dashboard.page().evaluate("document.querySelector('.scroller').scrollTop = 25 * 1000");

        assertThat(dashboard.cell("S1010", "last")).hasText("1,110.00");
        assertThat(dashboard.cell("S10", "last")).hasCount(0);
        Chromium.eventually(() -> assertThat(dashboard.fullRows().count()).isLessThan(90));
        server.send(ScriptedEvents.quote("e1-2001", "S1010", 2, "7"));
        assertThat(dashboard.cell("S1010", "last")).hasText("▼7.00");
        dashboard.page().evaluate("document.querySelector('.scroller').scrollTop = 0");
        assertThat(dashboard.cell("S10", "last")).hasText("110.00");
    }

    @Test
    void aSearchOfTheBrowserFindsEverySymbolAndNameAndScrollsToIt() {
        Dashboard dashboard = open();

        // As Ctrl+F does: Chromium's `find` selects what it finds, but leaves the scrolling to others.
        assertThat(dashboard.page().evaluate("find('Share number 1777')")).isEqualTo(true);
        dashboard.page().evaluate("getSelection().anchorNode.parentElement.scrollIntoView({ block: 'center' })");

        assertThat(dashboard.cell("S1777", "last")).hasText("1,877.00");
        assertThat(dashboard.cell("S1777", "last")).isInViewport();
    }

    @Test
    void theKeyboardReachesTheLastRowAndTheFocusOutlivesScrollingAway() {
        Dashboard dashboard = open();

        dashboard.page().keyboard().press("End");
        assertThat(dashboard.cell("S1999", "symbol a")).isFocused();
        assertThat(dashboard.cell("S1999", "last")).isInViewport();
        dashboard.page().evaluate("document.querySelector('.scroller').scrollTop = 0");
        assertThat(dashboard.cell("S0", "last")).isInViewport();

        assertThat(dashboard.cell("S1999", "symbol a")).isFocused();
        dashboard.page().keyboard().press("ArrowUp");
        assertThat(dashboard.cell("S1998", "symbol a")).isFocused();
        assertThat(dashboard.cell("S1998", "last")).isInViewport();
    }

    @Test
    void aRowKnowsHowItsPriceChangedWhileItHadNoCells() {
        Dashboard dashboard = open();

        server.send(ScriptedEvents.quote("e1-2001", "S1500", 2, "8") + ScriptedEvents.quote("e1-2002", "S0", 2, "9"));
        assertThat(dashboard.cell("S0", "last")).hasText("▼9.00");
        dashboard.page().evaluate("document.querySelector('.scroller').scrollTop = 25 * 1490");

        assertThat(dashboard.cell("S1500", "last")).hasText("▼8.00");
    }

    @Test
    void anOrderAndAFilterHoldForAllRows() {
        Dashboard dashboard = open();

        dashboard.page().locator("th.last button").click();
        assertThat(dashboard.rows().first()).hasAttribute("data-symbol", "S1999");
        assertThat(dashboard.cell("S1999", "last")).hasText("2,099.00");
        dashboard.page().getByLabel("Filter").fill("number 199");

        assertThat(dashboard.rows()).hasCount(12);
        assertThat(dashboard.fullRows()).hasCount(12);
        assertThat(dashboard.rows().first()).hasAttribute("data-symbol", "S1999");
    }

    @Test
    void anotherOrderMovesNoMoreRowsThanHaveCells() {
        Dashboard dashboard = open();
        dashboard.page().evaluate("""
                () => {
                  window.moved = 0;
                  new MutationObserver((changes) => {
                    for (const { addedNodes } of changes) {
                      for (const node of addedNodes) if (node.localName === 'tr') window.moved++;
                    }
                  }).observe(document.querySelector('tbody'), { childList: true, subtree: true });
                }""");

        dashboard.page().locator("th.last button").click();
        assertThat(dashboard.rows().first()).hasAttribute("data-symbol", "S1999");
        dashboard.page().getByLabel("Filter").fill("S199");
        assertThat(dashboard.rows()).hasCount(11);
        dashboard.page().getByLabel("Filter").fill("");
        assertThat(dashboard.rows()).hasCount(COUNT);

        assertThat((int) dashboard.page().evaluate("window.moved")).isLessThan(500);
        assertThat(dashboard.rows().nth(1998)).hasAttribute("data-symbol", "S1");
    }

    @Test
    void aTableThatIsHiddenHasNoCells() {
        Dashboard dashboard = open();

        // As another view does, whatever views there are.
        dashboard.page().evaluate("document.querySelector('quote-table').hidden = true");

        // All but those of the row to which Tab leads.
        assertThat(dashboard.fullRows()).hasCount(1);
        dashboard.page().evaluate("document.querySelector('quote-table').hidden = false");
        assertThat(dashboard.cell("S10", "last")).hasText("110.00");
    }

    private Dashboard open() {
        Page page = CHROMIUM.page();
        Dashboard dashboard = Dashboard.openLive(page, server.uri(), "");
        assertThat(dashboard.cell("S0", "last")).hasText("100.00");
        return dashboard;
    }
}
