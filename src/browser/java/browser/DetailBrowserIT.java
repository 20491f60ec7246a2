package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The details of one symbol.
class DetailBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30", "09:30:00.000000", "trading")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));

    @Test
    void thePriceStandsInTheTitleOfTheTabWhileItCanBeTrusted() {
        Dashboard dashboard = open(CHROMIUM.page(), "?symbol=MSFT");
        assertThat(dashboard.page()).hasTitle("MSFT 400.10 · Tickertape");

        server.send(ScriptedEvents.quote("e1-3", "MSFT", 2, "400.20"));
        assertThat(dashboard.cell("MSFT", "last")).hasText("▲400.20");
        assertThat(dashboard.page()).hasTitle("MSFT 400.20 · Tickertape");

        dashboard.page().keyboard().press("Alt+p");
        assertThat(dashboard.page()).hasTitle("Paused · MSFT · Tickertape");
    }

    @Test
    void tradesAreAskedForWhileTheViewIsOpenAndListedNewestFirst() {
        Dashboard dashboard = open(CHROMIUM.page(), "");
        assertThat(server.queries()).containsExactly("topic=quote%2Cstatus");

        dashboard.cell("AAPL", "symbol").locator("a").click();
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(
                        () -> assertThat(server.queries()).last().asString().isEqualTo("topic=quote%2Cstatus%2Ctrade"));
        assertThat(dashboard.connection()).hasText("Live");
        server.send(ScriptedEvents.trade("e1-3", "AAPL", "189.30", 100, "09:30:01.000000")
                + ScriptedEvents.trade("e1-4", "MSFT", "400.00", 7, "09:30:01.000000")
                + ScriptedEvents.trade("e1-5", "AAPL", "189.40", 2000, "09:30:02.000000"));
        assertThat(lines(dashboard)).hasCount(2);
        server.send(
                ScriptedEvents.gap("trade") + ScriptedEvents.trade("e1-6", "AAPL", "189.35", 50, "09:30:03.000000"));

        assertThat(lines(dashboard)).hasCount(3);
        assertThat(lines(dashboard).nth(0)).containsText("trades missing▼189.3550");
        assertThat(lines(dashboard).nth(1)).containsText("▲189.402,000");
        dashboard.page().keyboard().press("Escape");
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(server.queries())
                        .last()
                        .asString()
                        .isEqualTo("topic=quote%2Cstatus&lastEventId=e1-2"));
    }

    @Test
    void keysThatScrollAPartOfThePageAreLeftToIt() {
        Dashboard dashboard = open(CHROMIUM.page(), "?symbol=AAPL");
        server.send(IntStream.range(10, 60)
                .mapToObj(at -> ScriptedEvents.trade(
                        "e1-" + at, "AAPL", "189.30", at, String.format(Locale.ROOT, "09:30:%02d.000000", at)))
                .collect(Collectors.joining()));
        assertThat(lines(dashboard)).hasCount(40);
        Locator trades = dashboard.page().locator(".trades");
        trades.focus();

        dashboard.page().keyboard().press("PageDown");

        dashboard.page().waitForFunction("() => document.querySelector('.trades').scrollTop > 0");
        assertThat(trades).isFocused();
    }

    @Test
    void theHeadAndTheFiguresFollowTheQuote() {
        Dashboard dashboard = open(CHROMIUM.page(), "?symbol=MSFT");
        Locator detail = dashboard.page().locator("symbol-detail");

        server.send(ScriptedEvents.quote("e1-3", "MSFT", 2, "401.20"));

        assertThat(detail.locator(".now strong")).hasText("401.20");
        assertThat(detail).containsText("▼ −1.50 (−1.50%)");
        assertThat(detail).containsText("Volume123,456,789");
        server.send(ScriptedEvents.quote("e1-4", "MSFT", 3, "401.20", "09:30:00.000000", "halted"));
        assertThat(detail.locator(".now small")).containsText("Halted");
    }

    @Test
    void aLinkLeadsStraightToASymbolAndCanBeCopied() {
        Page page = CHROMIUM.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Dashboard dashboard = open(page, "?symbol=MSFT&q=ms");

        page.getByText("Copy link").click();

        assertThat(page.getByText("Copied")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(server.uri() + "?symbol=MSFT");
        page.getByLabel("Close the details").click();
        assertThat(dashboard.page()).hasURL(server.uri() + "?q=ms");
        assertThat(dashboard.cell("MSFT", "symbol a")).isFocused();
        page.goBack();
        assertThat(page.locator("symbol-detail h2")).hasText("MSFT");
    }

    @Test
    void theWholeRowOpensTheSymbolByMouseAndTouch() {
        Dashboard byMouse = open(CHROMIUM.page(), "");
        byMouse.cell("MSFT", "symbol button").click();
        assertThat(byMouse.page().locator("symbol-detail")).hasCount(0);
        // The link covers the cells.
        byMouse.cell("MSFT", "age").click(new Locator.ClickOptions().setForce(true));
        assertThat(byMouse.page().locator("symbol-detail h2")).hasText("MSFT");
        byMouse.cell("AAPL", "last").click(new Locator.ClickOptions().setForce(true));
        assertThat(byMouse.page().locator("symbol-detail h2")).hasText("AAPL");

        Dashboard byTouch =
                open(CHROMIUM.page(options -> options.setHasTouch(true).setViewportSize(360, 740)), "");
        byTouch.cell("MSFT", "percent").tap(new Locator.TapOptions().setForce(true));
        assertThat(byTouch.page().locator("symbol-detail h2")).hasText("MSFT");
    }

    @Test
    void aSymbolThatIsNotTradedHereIsSaidToBeUnknown() {
        Dashboard dashboard = open(CHROMIUM.page(), "?symbol=NOPE");

        assertThat(dashboard.page().locator("symbol-detail")).containsText("There is no instrument with this symbol.");
    }

    @Test
    void onASmallScreenTheDetailTakesTheTablesPlace() {
        Dashboard dashboard = open(CHROMIUM.page(options -> options.setViewportSize(360, 740)), "");

        dashboard.page().keyboard().press("ArrowDown");
        dashboard.page().keyboard().press("Enter");

        assertThat(dashboard.page().locator("symbol-detail h2")).isFocused();
        assertThat(dashboard.page().locator("quote-table")).isHidden();
        assertThat(dashboard.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(360);
        dashboard.page().keyboard().press("Escape");
        assertThat(dashboard.cell("AAPL", "symbol a")).isFocused();
    }

    /// Not necessarily the last one: the server may note a query late that the page has left at once.
    private void awaitQuery(String query) {
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(server.queries()).contains(query));
    }

    private static Locator lines(Dashboard dashboard) {
        return dashboard.page().locator(".trades tbody tr:not([hidden])");
    }

    private Dashboard open(Page page, String place) {
        Dashboard dashboard = Dashboard.open(page, server.uri(), place);
        assertThat(dashboard.connection()).hasText("Live");
        if (place.contains("symbol=")) {
            awaitQuery("topic=quote%2Cstatus%2Ctrade");
        }
        return dashboard;
    }
}
