package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a visitor finds an instrument: by text, by sector and by order.
class FilterAndSortBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @Test
    void typingFiltersBySymbolAndByName() {
        Dashboard dashboard = open("");

        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().type("mi");

        assertThat(dashboard.rows()).hasCount(1);
        dashboard.awaitSymbols("MSFT");
        assertThat(dashboard.page().locator("quote-tools")).containsText("1 of 4 instruments");
        dashboard.page().keyboard().press("Escape");
        assertThat(dashboard.rows()).hasCount(4);
        dashboard.page().keyboard().press("/");
        dashboard.page().keyboard().type("nothing has this name");
        assertThat(dashboard.page().getByText("No instrument matches.")).isVisible();
        dashboard.page().getByText("Show all").click();
        assertThat(dashboard.rows()).hasCount(4);
        assertThat(dashboard.page().getByLabel("Filter")).hasValue("");
    }

    @Test
    void escapeClosesWhatIsOpenAndOnlyThenClearsTheFilter() {
        Dashboard dashboard = open("?q=mi");
        Page page = dashboard.page();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("symbol-detail h2")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("dialog")).isVisible();
        page.evaluate("document.activeElement.blur()");

        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page).hasURL(server.uri() + "?q=mi&symbol=MSFT");
        page.keyboard().press("Escape");
        assertThat(page.locator("symbol-detail")).isHidden();
        page.keyboard().press("Escape");

        assertThat(dashboard.rows()).hasCount(4);
        assertThat(page).hasURL(server.uri().toString());
        assertThat(page.getByLabel("Filter")).hasValue("");
        assertThat(dashboard.cell("MSFT", "symbol a")).isFocused();
    }

    @Test
    void anAddressThatAsksForNonsenseIsShownAsFarAsItMakesSense() {
        Dashboard dashboard =
                open("?sort=-__proto__&view=nowhere&symbol=%3Cimg%20src=x%3E&list=__proto__&symbols=XOM,XOM,,NOPE");

        dashboard.awaitSymbols("XOM");
        assertThat(dashboard.page().locator("symbol-detail h2")).hasText("<img src=x>");
        assertThat(dashboard.page().locator("symbol-detail")).containsText("There is no instrument with this symbol.");
        assertThat(dashboard.page().locator(".sort-again")).isHidden();
    }

    @Test
    void theSectorNarrowsWhatIsShownAndStandsInTheAddress() {
        Dashboard dashboard = open("");

        dashboard.page().getByLabel("Sector").selectOption("Energy");

        assertThat(dashboard.rows()).hasCount(2);
        dashboard.awaitSymbols("XOM", "CVX");
        assertThat(dashboard.page()).hasURL(server.uri() + "?sector=Energy");
    }

    @Test
    void anOrderIsKeptUntilItIsAskedForAgainHoweverPricesMove() {
        Dashboard dashboard = open("");
        dashboard.page().getByRole(AriaRole.BUTTON, named("Last")).click();
        assertThat(dashboard.page().locator("th.last[aria-sort=descending]")).isVisible();
        dashboard.awaitSymbols("MSFT", "AAPL", "CVX", "XOM");

        server.send(ScriptedEvents.quote("e1-5", "XOM", 2, "99"));
        assertThat(dashboard.cell("XOM", "last")).hasText("▲99.00");

        dashboard.awaitSymbols("MSFT", "AAPL", "CVX", "XOM");
        dashboard.page().keyboard().press("Alt+s");
        assertThat(dashboard.page().locator("tbody tr").first()).containsText("XOM");
        dashboard.awaitSymbols("XOM", "MSFT", "AAPL", "CVX");
    }

    @Test
    void theOrderFollowsThePricesIfTheVisitorWantsItButNotUnderAMovingPointer() {
        Dashboard dashboard = open("?sort=-last");
        Page page = dashboard.page();
        assertThat(page.locator(".order span")).containsText("Sorted at");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sort again (s)"))).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Live order")).click();
        server.send(ScriptedEvents.quote("e1-5", "XOM", 2, "99"));

        assertThat(dashboard.rows().first()).containsText("XOM");
        dashboard.awaitSymbols("XOM", "MSFT", "AAPL", "CVX");
        assertThat(page.locator(".sort-again")).isHidden();
        page.evaluate("""
                () => {
                  const move = () => document.querySelector('quote-table .scroller').dispatchEvent(new PointerEvent('pointermove'));
                  window.moving = setInterval(move, 50);
                  move();
                }""");
        server.send(ScriptedEvents.quote("e1-6", "CVX", 2, "999"));
        assertThat(dashboard.cell("CVX", "last")).hasText("▲999.00");
        page.evaluate("""
                async () => {
                  const { secondTimer } = await import('/core/second-timer.js');
                  for (let seconds = 0; seconds < 2; seconds++)
                    await new Promise((next) => secondTimer.addEventListener('second', next, { once: true }));
                }""");
        assertThat(dashboard.symbols()).startsWith("XOM");
        page.evaluate("clearInterval(window.moving)");
        assertThat(dashboard.rows().first()).containsText("CVX");
    }

    @Test
    void aColumnThatAPhoneDoesNotShowCanBeSortedBy() {
        Dashboard dashboard =
                Dashboard.openLive(CHROMIUM.page(options -> options.setViewportSize(360, 740)), server.uri(), "");
        assertThat(dashboard.page().locator("thead .bid")).isHidden();

        dashboard.page().getByLabel("Sort by…").selectOption("↓ Bid");

        assertThat(dashboard.page()).hasURL(server.uri() + "?sort=-bid");
        dashboard.awaitSymbols("MSFT", "AAPL", "CVX", "XOM");
        dashboard.page().getByLabel("Sort by…").selectOption("↑ Bid");
        assertThat(dashboard.rows().first()).containsText("XOM");
        dashboard.page().setViewportSize(1440, 740);
        assertThat(dashboard.page().getByLabel("Sort by…")).isHidden();
    }

    @Test
    void anInstrumentWithoutAPriceStandsLastAndDisturbsNoOrder() {
        server.restartWith(
                ScriptedEvents.listing(
                        "AAPL, Apple, Technology", "XOM, Exxon Mobil, Energy", "MSFT, Microsoft, Technology"),
                ScriptedEvents.hello("e1", "PT15S")
                        + ScriptedEvents.quote("e1-1", "XOM", 1, "10")
                        + ScriptedEvents.quote("e1-2", "MSFT", 1, "40"));
        Dashboard dashboard = open("?sort=-last");
        assertThat(dashboard.cell("MSFT", "last")).hasText("40.00");
        assertThat(dashboard.rows().first()).containsText("MSFT");

        server.send(ScriptedEvents.quote("e1-3", "XOM", 2, "99"));
        assertThat(dashboard.cell("XOM", "last")).hasText("▲99.00");
        dashboard.awaitSymbols("MSFT", "XOM", "AAPL");

        server.send(ScriptedEvents.quote("e1-4", "AAPL", 1, "50"));
        assertThat(dashboard.rows().first()).containsText("XOM");
        dashboard.awaitSymbols("XOM", "AAPL", "MSFT");
    }

    @Test
    void whatIsEqualStaysInTheServersOrder() {
        Dashboard dashboard = open("?sort=-percent");

        dashboard.awaitSymbols("AAPL", "XOM", "MSFT", "CVX");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private Dashboard open(String place) {
        return Dashboard.openLive(CHROMIUM.page(), server.uri(), place);
    }
}
