package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The view of the portfolio and the leaderboard, with a server that is scripted.
class TradingViewBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String GLIDING =
            "document.querySelector('.board tbody').getAnimations({ subtree: true }).length";

    @AutoClose
    private final ScriptedTrading trading = new ScriptedTrading();

    @Test
    void positionsAreWorthWhatTheNewestPricesSay() {
        trading.hold("AAPL 100 0 150", "MSFT 10 0 410", "XOM 0 0 100");
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        assertThat(desk.view().locator(".positions tbody tr")).hasText(new String[] {
            "AAPL100150.00190.0019,000.00▲ +4,000.00 +26.67%Close", "MSFT10410.00400.004,000.00▼ −100.00 −2.44%Close"
        });
        // The server's figures are those of its last message: what prices have done since is added.
        assertThat(desk.view().locator(".equity dd").first()).hasText("102,900.00");
        assertThat(desk.view().locator(".profit dd").first()).hasText("▲ +2,900.00 (+2.90%)");

        trading.quote("AAPL", "140.00", "trading");
        assertThat(desk.view().locator(".positions tbody tr").first()).containsText("▼ −1,000.00 −6.67%");
        assertThat(desk.view().locator(".equity dd").first()).hasText("97,900.00");
        assertThat(desk.view().locator(".place dd")).hasText("17 of 10,023");
        assertThat(desk.view().locator(".season")).containsText("The season ends in 2 days");

        desk.view().getByText("MSFT").click();
        assertThat(desk.page().locator("symbol-detail h2")).hasText("MSFT");
        desk.view().getByLabel("Close the position in AAPL").click();
        assertThat(desk.ticket().locator("h3")).hasText("Sell AAPL");
        assertThat(desk.field("orderQty")).hasValue("100");
        assertThat(desk.view()).isVisible();
    }

    @Test
    void whatIsWonIsExactThoughTheAverageIsRounded() {
        trading.hold("AAPL 300000 0 33.333333 10000000");
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");

        assertThat(desk.view().locator(".positions td.gain")).hasText("▲ +47,000,000.00 +470.00%");
    }

    @Test
    void theCurveIsATableToo() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        assertThat(desk.view().locator(".curve .line")).hasAttribute("d", Pattern.compile("^M0.0 .+L1000.0 "));
        assertThat(desk.view().locator(".curve .high")).hasText("100,400.50");

        desk.view().getByText("As a table").click();

        assertThat(desk.view().locator(".equity-curve td"))
                .hasText(new String[] {"99,800.00", "100,400.50", "100,000.00"});
    }

    @Test
    void openOrdersAreCancelledAndEndedOnesStay() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL");
        desk.buy(10, "180");
        page.locator("nav").getByText("Trading").click();
        assertThat(desk.view().locator("[role=tab]").first()).hasText("Positions");
        desk.view().locator("[role=tab]").first().focus();
        page.keyboard().press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile("tab=orders"));
        assertThat(desk.view().locator("[role=tab][aria-selected=true]")).hasText("Orders (1)");

        desk.view().getByLabel("Cancel order: Buy 10 AAPL, limit 180.00").click();

        assertThat(desk.view().locator(".orders [aria-labelledby] li")).containsText("Cancelled.");
        assertThat(desk.view().locator(".orders .none")).hasText("No open orders.");
    }

    @Test
    void placesGlideOwnOneIsMarkedAndWhoHasMovedIsSaid() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        assertThat(desk.names()).hasText(new String[] {"Investor 1", "Bea", "ann"});
        assertThat(desk.own().locator("bdi")).hasText("ann");
        assertThat(desk.view().locator(".far")).isHidden();

        trading.board("p3 ann 110000.00 10.00 3", "p1 House:_investor_1 104233.10 4.23 1", "p2 Bea 101000.00 1.00 2");

        desk.page().waitForFunction(GLIDING + " > 0");
        assertThat(desk.names()).hasText(new String[] {"ann", "Investor 1", "Bea"});
        assertThat(desk.own().locator(".place")).hasText("1▲2, up 2");
        assertThat(desk.view().locator(".board tbody:not(.far) tr").last())
                .hasText("3▼1, down 1Bea 101,000.00▲ +1.00%");

        trading.place(345);
        trading.board("p1 House:_investor_1 104233.10 4.23", "p2 Bea 101000.00 1.00");
        assertThat(desk.view().locator(".far tr")).hasText("345ann you99,000.00▼ −1.00%");
    }

    @Test
    void nothingGlidesForThoseWhoWantNoMotion() {
        TradingDesk desk = TradingDesk.open(
                CHROMIUM.page(options -> options.setReducedMotion(ReducedMotion.REDUCE)), trading, "?view=trading");
        assertThat(desk.names()).hasText(new String[] {"Investor 1", "Bea", "ann"});
        desk.page().evaluate("() => { Element.prototype.animate = () => { window.glided = true; }; }");

        trading.board("p3 ann 110000.00 10.00 3", "p1 House:_investor_1 104233.10 4.23 1", "p2 Bea 101000.00 1.00 2");

        assertThat(desk.names()).hasText(new String[] {"ann", "Investor 1", "Bea"});
        assertThat(desk.page().evaluate("window.glided")).isNull();
    }

    @Test
    void whoHasNotSignedInSeesTheBoardAndAnInvitation() {
        trading.server.serve("/api/session", 200, "{\"signedIn\":false,\"signUp\":true}");
        Page page = CHROMIUM.page();
        Dashboard.open(page, trading.server.uri(), "?view=trading");
        var desk = new TradingDesk(page);

        assertThat(desk.names()).hasCount(3);
        assertThat(desk.own()).hasCount(0);
        assertThat(desk.view().locator("[role=tab]:visible")).hasCount(0);
        desk.view().locator(".invite button").click();
        assertThat(page.locator("dialog [name=username]")).isFocused();
    }

    @Test
    void aServerWithoutTradingHasNoLinkAndSaysSoAtTheAddress() throws IOException {
        try (var server = new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour())) {
            Page page = CHROMIUM.page();
            Dashboard.open(page, server.uri(), "?view=trading");

            assertThat(page.locator("trading-view .none").first()).hasText("There is no trading on this server.");
            assertThat(page.locator("nav a")).hasCount(PageFeatures.views().size());
            assertThat(page.locator("order-ticket")).hasCount(0);
        }
    }

    @Test
    void aLostConnectionAndAPauseAreSaid() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?view=trading");
        desk.page().keyboard().press("Alt+p");
        assertThat(desk.view().locator(".summary .notice")).containsText("You have paused prices");
        desk.page().keyboard().press("Alt+p");
        assertThat(desk.view().locator(".summary .notice")).isHidden();

        trading.server.answerStreamsWith(503);
        trading.server.endStreams();

        assertThat(desk.view().locator(".summary .notice")).containsText("No connection: these figures are from");
    }

    @Test
    void onAPhoneTheBoardIsATabAndEveryTargetIsLargeEnough() {
        trading.hold("AAPL 100 0 150");
        TradingDesk desk = TradingDesk.open(
                CHROMIUM.page(options ->
                        options.setViewportSize(360, 740).setHasTouch(true).setIsMobile(true)),
                trading,
                "?view=trading");
        assertThat(desk.names().first()).isHidden();
        desk.view().getByText("Leaderboard").first().click();
        assertThat(desk.names().first()).isVisible();
        assertThat(desk.view().locator(".positions")).isHidden();
        desk.view().getByText("Positions").first().click();
        desk.view().getByText("Close").first().click();
        assertThat(desk.ticket().locator("h3")).hasText("Sell AAPL");

        Object small = desk.page().evaluate("""
                () => [...document.querySelectorAll('trading-view button, order-ticket :is(button, input[type=number], label)')]
                  .filter((one) => one.checkVisibility() && !one.closest('.field > label'))
                  .filter((one) => one.matches('label') ? one.querySelector('input') : true)
                  .map((one) => [one.getBoundingClientRect(), one])
                  .filter(([{ width, height }]) => width < 43.9 || height < 43.9)
                  .map(([{ width, height }, one]) => `${one.textContent} ${width} ${height}`).join('\\n')""");
        assertThat(small).isEqualTo("");
    }
}
