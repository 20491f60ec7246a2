package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ticket at a symbol, with a server that is scripted.
class TradingTicketBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedTrading trading = new ScriptedTrading();

    @Test
    void bidAndAskOpenATicketThatSaysWhatItCostsAndWhatIsLeft() {
        trading.hold("AAPL 100 20 150");
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL");
        assertThat(desk.deal("sell")).hasText("Sell AAPL 189.99× 100");
        assertThat(desk.deal("buy")).hasText("Buy AAPL 190.01× 200");
        assertThat(desk.page().locator(".deal .held")).hasText("You hold100 at 150.00▲ +4,000.00");

        desk.begin("buy");
        assertThat(desk.submit()).hasText("Buy 10 AAPL at market");
        assertThat(desk.estimate()).hasText(new String[] {"1,900.10", "50,600.00 → 48,699.90", "100 → 110"});
        trading.quote("AAPL", "195.00", "trading");
        assertThat(desk.estimate().first()).hasText("1,950.10");
        desk.ticket().getByText("Max").click();
        assertThat(desk.field("orderQty")).hasValue("259");
        assertThat(desk.ticket()).containsText("200 are offered at this price");

        desk.deal("sell").click();
        assertThat(desk.submit()).hasText("Sell 259 AAPL at market");
        assertThat(desk.problemOf("orderQty")).hasText("You can sell 80 at most.");
        desk.ticket().getByText("Max").click();
        assertThat(desk.estimate()).hasText(new String[] {"15,599.20", "50,600.00 → 66,199.20", "100 → 20"});
        desk.choose("limit");
        assertThat(desk.field("price")).hasValue("194.99");
        desk.choose("stop");
        assertThat(desk.field("price")).hasValue("191.09");
    }

    @Test
    void whereItIsAllowedMoreCanBeSoldThanThereIsAndBoughtBack() {
        trading.allowShortSelling();
        trading.hold("AAPL -50 20 150");
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL");
        assertThat(desk.page().locator(".deal .held")).hasText("You owe50 at 150.00▼ −2,000.00");

        desk.begin("sell");
        assertThat(desk.estimate()).hasText(new String[] {"1,899.90", "50,600.00 → 48,700.10", "50 → 60"});
        desk.ticket().getByText("Max").click();
        assertThat(desk.field("orderQty")).hasValue("266");

        desk.deal("buy").click();
        assertThat(desk.problemOf("orderQty")).hasText("You can buy back 30 at most.");
        desk.ticket().getByText("Max").click();
        assertThat(desk.estimate()).hasText(new String[] {"5,700.30", "50,600.00 → 53,899.70", "50 → 20"});
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldBeforeItIsSent() {
        TradingDesk desk =
                TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL").begin("buy");

        desk.field("orderQty").fill("1000");
        assertThat(desk.problemOf("orderQty"))
                .hasText("139,410.00 more than your buying power, which is enough for 266.");
        desk.field("orderQty").fill("1.5");
        desk.submit().click();
        assertThat(desk.problemOf("orderQty")).hasText("Enter a whole number of shares, 1 or more.");
        assertThat(desk.field("orderQty")).isFocused();
        desk.field("orderQty").fill("10");
        desk.choose("limit").field("price").fill("190.005");
        desk.submit().click();
        assertThat(desk.problemOf("price")).hasText("Prices are multiples of 0.01.");
        assertThat(desk.field("price")).isFocused();
        assertThat(trading.bodies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422|notEnoughCash|orderQty|Your buying power does not cover it.
            400|offGrid|price|This instrument has no such price.
            422|tooManyOrders||You have as many open orders as there may be. Cancel one first.
            503|booksInDoubt||The books do not balance. Nobody trades until an operator has looked at them.
            429|||Too many orders at once. Try again in a moment.""")
    void whatTheServerRefusesComesBackToTheForm(int status, String reason, String field, String text) {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL")
                .begin("buy")
                .choose("limit");
        trading.refuse(status, reason == null ? "" : reason);

        desk.submit().click();

        assertThat(field == null ? desk.ticket().locator("form > .problem") : desk.problemOf(field))
                .hasText(text);
        assertThat(desk.field("orderQty")).hasValue("10");
        trading.refuse(0, "");
        desk.submit().click();
        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void whatBecomesOfAnOrderIsShownAsItHappens() {
        TradingDesk desk = TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL");
        desk.buy(100, "180");
        assertThat(desk.sent()).containsText("Buy 100 AAPL, limit 180.00");
        assertThat(desk.sent()).containsText("Accepted; waits for 180.00 or less.");
        assertThat(desk.sent().locator("h3")).isFocused();
        assertThat(trading.bodies()).containsExactly("""
                {"symbol":"AAPL","side":"buy","ordType":"limit","timeInForce":"day","orderQty":100,"price":180}""");

        trading.change("new", "halted");
        assertThat(desk.sent()).containsText("Waiting: trading in AAPL is suspended.");
        trading.fill(40, "179.50");
        assertThat(desk.sent()).containsText("40 of 100 filled at 179.50.");
        assertThat(desk.sent().locator("progress")).hasAttribute("value", "40");
        trading.fill(60, "179.9");
        assertThat(desk.sent()).containsText("Filled: 100 bought at 179.90, for 17,990.00.");
        assertThat(desk.toasts()).containsText("Filled: 100 bought");
        assertThat(desk.sent().locator(".cancel")).isHidden();

        desk.sent().locator(".next").click();
        assertThat(desk.field("orderQty")).isFocused();
        desk.page().keyboard().press("Escape");
        assertThat(desk.ticket()).hasCount(0);
        assertThat(desk.deal("buy")).isFocused();
        assertThat(desk.page().locator("symbol-detail h2")).hasText("AAPL");
    }

    @Test
    void theKeysOpenATicketForARowOrTheOpenSymbolAndElseDoWhatTheyDid() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?sort=-last");
        page.keyboard().press("Alt+b");
        page.keyboard().press("Alt+s");
        assertThat(page.locator("symbol-detail")).hasCount(0);

        page.locator("tr[data-symbol=MSFT] a").focus();
        page.keyboard().press("Alt+b");
        assertThat(desk.ticket().locator("h3")).hasText("Buy MSFT");
        assertThat(desk.field("orderQty")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+s");
        assertThat(desk.ticket().locator("h3")).hasText("Sell MSFT");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog .keys")).containsText("buy: the row with the focus, or the open symbol");
    }

    @Test
    void lettersAloneDoSoWhileDetailsAreOpenAndElseBeginASearch() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "");
        Locator search = page.locator("input[type=search]");
        for (String letter : new String[] {"b", "s"}) {
            page.locator("tr[data-symbol=MSFT] a").focus();
            page.keyboard().press(letter);
            assertThat(search).isFocused();
            assertThat(search).hasValue(letter);
            page.keyboard().press("Escape");
        }

        page.locator("tr[data-symbol=MSFT] a").click();
        page.locator("symbol-detail").waitFor();
        page.keyboard().press("b");
        assertThat(desk.ticket().locator("h3")).hasText("Buy MSFT");
        assertThat(desk.field("orderQty")).isFocused();
        assertThat(desk.field("orderQty")).hasValue("10");
        page.keyboard().press("Escape");
        assertThat(desk.deal("buy")).isFocused();
        page.keyboard().press("s");
        assertThat(desk.ticket().locator("h3")).hasText("Sell MSFT");
        page.keyboard().press("Escape");

        page.keyboard().type("Bs");
        assertThat(search).hasValue("Bs");
        assertThat(desk.ticket()).hasCount(0);
    }

    @Test
    void nobodyIsInvitedAndWhoSeesPricesLateIsToldSo() {
        trading.server.serve("/api/session", 200, "{\"signedIn\":false,\"signUp\":true}");
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, trading.server.uri(), "?symbol=AAPL");
        var desk = new TradingDesk(page);
        desk.deal("buy").click();
        assertThat(desk.ticket().locator("form")).isHidden();
        assertThat(desk.ticket().locator(".invite button")).isFocused();
        desk.ticket().locator(".invite button").click();
        assertThat(page.locator("dialog [name=username]")).isFocused();

        trading.server.serve("/api/session", 200, ScriptedServer.ANN);
        trading.delay();
        page.reload();
        desk.deal("buy").click();
        assertThat(desk.ticket())
                .containsText("Prices here come late. Trading is only for those who see them at once.");
        assertThat(desk.ticket().locator("form")).isHidden();
    }

    @Test
    void aMarketThatRestsAndAConnectionThatIsLostAreSaid() {
        TradingDesk desk =
                TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL").begin("buy");
        trading.quote("AAPL", "190.00", "halted");
        assertThat(desk.ticket().locator(".notice")).containsText("Trading in AAPL is suspended");
        trading.quote("AAPL", "190.00", "closed");
        assertThat(desk.ticket().locator(".notice")).containsText("Choose a limit or a stop");
        assertThat(desk.submit()).hasAttribute("aria-disabled", "true");
        desk.choose("goodTillCancel");
        assertThat(desk.submit()).hasAttribute("aria-disabled", "false");

        trading.server.answerStreamsWith(503);
        trading.server.endStreams();
        assertThat(desk.ticket().locator(".notice")).containsText("No connection");
        desk.field("orderQty").press("Enter");
        assertThat(trading.bodies()).isEmpty();
        trading.server.answerStreamsWith(200);
        new Dashboard(desk.page()).retryNow();
        assertThat(desk.ticket().locator(".notice")).containsText("The market is closed");
    }
}
