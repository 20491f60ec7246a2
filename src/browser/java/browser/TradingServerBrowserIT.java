package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people trade on a real server, one in English and one in Chinese, and see each other on the board, through cuts
/// and a restart.
class TradingServerBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final LibertyServer server =
            LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "10", "STREAM_RETRY", "PT0.5S", "TRADING_BOTS", "5"));

    @Test
    void twoPeopleTradeAndSeeEachOtherOnTheBoardThroughARestart() {
        TradingDesk ann = open("en-US", "Ann");
        TradingDesk wang = open("zh-CN", "王小明");

        ann.begin("buy").submit().click();
        assertThat(ann.sent()).containsText("Filled: 10 bought");
        wang.begin("buy").submit().click();
        assertThat(wang.sent()).containsText("全部成交");
        for (TradingDesk desk : new TradingDesk[] {ann, wang}) {
            desk.page().keyboard().press("Alt+t");
            assertThat(place(desk, "Ann")).hasCount(1);
            assertThat(place(desk, "王小明")).hasCount(1);
            assertThat(desk.view().locator(".positions tbody tr")).hasCount(1);
        }
        assertThat(ann.own().locator("bdi")).hasText("Ann");
        assertThat(wang.own().locator("bdi")).hasText("王小明");

        ann.page().keyboard().press("Alt+b");
        ann.choose("limit").field("price").fill("1");
        ann.submit().click();
        assertThat(ann.sent()).containsText("Accepted; waits for 1.00 or less.");
        server.kill();
        new Dashboard(ann.page()).awaitStatus("Reconnecting");
        assertThat(ann.view().locator(".summary .notice")).containsText("No connection");
        server.startAgain();

        new Dashboard(ann.page()).awaitStatus("Live");
        assertThat(ann.view().locator("#floor-tab-orders")).hasText("Orders (1)");
        ann.view().locator("#floor-tab-orders").click();
        ann.view().getByLabel("Cancel order: Buy 10 AAPL, limit 1.00").click();
        assertThat(ann.view().locator("#floor-tab-orders")).hasText("Orders");
        wang.view().locator(".positions .act button").click();
        assertThat(wang.field("orderQty")).hasValue("10");
        wang.submit().click();
        assertThat(wang.sent()).containsText(Pattern.compile("全部成交：以均价 .+ 卖出 10 股"));
        assertThat(wang.view().locator(".positions .none")).isVisible();
        assertThat(place(ann, "王小明")).hasCount(1);
    }

    private TradingDesk open(String locale, String name) {
        Page page = CHROMIUM.page(options -> options.setLocale(locale));
        Dashboard.open(page, server.uri(), "?symbol=AAPL");
        Locator dialog = page.locator("dialog");
        page.locator("account-button button").click();
        dialog.locator(".instead button").click();
        dialog.locator("[name=username]").fill(name);
        dialog.locator("[name$=password]").fill(AccountWindow.PASSWORD);
        dialog.locator("[type=submit]").click();
        assertThat(dialog).hasCount(0);
        Chromium.await(
                page, "async () => (await import('/trading/desk/trading-store.js')).trading.portfolio !== undefined");
        return new TradingDesk(page);
    }

    private static Locator place(TradingDesk desk, String name) {
        return desk.view()
                .locator(
                        ".board tbody:not(.far) tr",
                        new Locator.LocatorOptions()
                                .setHas(desk.page().getByText(name, new Page.GetByTextOptions().setExact(true))));
    }
}
