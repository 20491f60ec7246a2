package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The view of the whole market under a pointer or a finger.
class MarketPointerBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.listing("AAPL, Apple, Technology", "XOM, Exxon, Energy", "MSFT, Microsoft, Technology"),
            ScriptedEvents.hello("e1", "PT15S")
                    + MarketBrowserIT.quote(1, "AAPL", 2.5, 100)
                    + MarketBrowserIT.quote(2, "XOM", -1.25, 900)
                    + MarketBrowserIT.quote(3, "MSFT", 0, 50));

    @Test
    void aListKeepsStillUnderThePointer() {
        Dashboard dashboard = open();
        assertThat(MarketBrowserIT.list(dashboard, "Gainers")).hasText(new String[] {"AAPL102.50+2.50%"});
        MarketBrowserIT.list(dashboard, "Gainers").first().hover();

        server.send(MarketBrowserIT.quote(4, "MSFT", 3, 60) + MarketBrowserIT.quote(5, "AAPL", 2.75, 100));

        assertThat(MarketBrowserIT.list(dashboard, "Gainers")).hasText(new String[] {"AAPL102.75+2.75%"});
        dashboard.page().mouse().move(5, 5);
        assertThat(MarketBrowserIT.list(dashboard, "Gainers")).hasCount(2);
    }

    @Test
    void aFingerSeesTheLabelOfASmallTileBeforeItOpensIt() {
        server.restartWith(
                """
                [{"symbol":"AAPL","name":"Apple","sector":"Technology","currency":"USD","tickSize":0.01,"shares":9000},
                 {"symbol":"TINY","name":"Tiny Inc.","sector":"Technology","currency":"USD","tickSize":0.01,"shares":4}]""",
                ScriptedEvents.hello("e1", "PT15S")
                        + MarketBrowserIT.quote(1, "AAPL", 2.5, 100)
                        + MarketBrowserIT.quote(2, "TINY", 1, 10));
        Page page = CHROMIUM.page(options -> options.setViewportSize(360, 740).setHasTouch(true));
        Dashboard dashboard = Dashboard.open(page, server.uri(), "?view=market");
        assertThat(MarketBrowserIT.tile(dashboard, "TINY")).hasText("TINY +1.00%");

        MarketBrowserIT.tile(dashboard, "TINY").tap();

        assertThat(page.locator(".tip")).containsText("TINY 101.00 +1.00%");
        assertThat(page.locator(".tip")).containsText("Tiny Inc.");
        assertThat(page).hasURL(server.uri() + "?view=market");
        MarketBrowserIT.tile(dashboard, "TINY").tap();
        assertThat(page).hasURL(server.uri() + "?view=market&symbol=TINY");
        page.goBack();
        MarketBrowserIT.tile(dashboard, "AAPL").tap();
        assertThat(page).hasURL(server.uri() + "?view=market&symbol=AAPL");
    }

    @Test
    void noListMovesAnotherFromUnderThePointer() {
        Dashboard dashboard = open();
        assertThat(MarketBrowserIT.list(dashboard, "Gainers")).hasCount(1);
        Locator loser = MarketBrowserIT.list(dashboard, "Losers").first();
        loser.hover();
        double before = loser.boundingBox().y;

        server.send(MarketBrowserIT.quote(4, "MSFT", 3, 60) + MarketBrowserIT.quote(5, "XOM", -2, 900));

        assertThat(MarketBrowserIT.list(dashboard, "Losers")).hasText(new String[] {"XOM98.00−2.00%"});
        assertThat(MarketBrowserIT.list(dashboard, "Gainers")).hasCount(1);
        assertThat(loser.boundingBox().y).isEqualTo(before);
        dashboard.page().mouse().move(5, 5);
        assertThat(MarketBrowserIT.list(dashboard, "Gainers")).hasCount(2);
    }

    private Dashboard open() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=market");
        // Tiles can be there before their prices.
        assertThat(MarketBrowserIT.tile(dashboard, "MSFT")).hasText("MSFT 0.00%");
        return dashboard;
    }
}
