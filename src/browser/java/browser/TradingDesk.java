package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// What a page has of trading, in the words of its tests.
record TradingDesk(Page page) {

    /// Opens a page whose portfolio has come.
    static TradingDesk open(Page page, ScriptedTrading trading, String query) {
        Dashboard.open(page, trading.server.uri(), query);
        trading.server.awaitStreamOf("order", "portfolio");
        Chromium.await(
                page, "async () => (await import('/trading/desk/trading-store.js')).trading.portfolio !== undefined");
        return new TradingDesk(page);
    }

    /// The button at the bid or the ask.
    Locator deal(String side) {
        return page.locator(".deal [data-side=%s]".formatted(side));
    }

    Locator ticket() {
        return page.locator("order-ticket .ticket");
    }

    Locator field(String name) {
        return ticket().locator("[name=%s]".formatted(name));
    }

    /// What is wrong with a field.
    Locator problemOf(String name) {
        return ticket().locator(".field:has([name=%s]) .problem".formatted(name));
    }

    /// What the ticket says before it is sent: the cost, the buying power, and what is held.
    Locator estimate() {
        return ticket().locator(".estimate dd");
    }

    Locator submit() {
        return ticket().locator("[type=submit]");
    }

    /// What became of the order.
    Locator sent() {
        return page.locator("order-ticket .sent");
    }

    Locator toasts() {
        return page.locator(".toast");
    }

    Locator view() {
        return page.locator("trading-view");
    }

    /// The names on the board, in its order.
    Locator names() {
        return view().locator(".board tbody:not(.far) bdi");
    }

    /// The visitor's own row of the board, wherever it is shown.
    Locator own() {
        return view().locator(".board tbody:not([hidden]) [data-own]");
    }

    TradingDesk choose(String value) {
        ticket().locator("label:has([value=%s])".formatted(value)).click();
        return this;
    }

    /// Opens the ticket at one side.
    TradingDesk begin(String side) {
        deal(side).click();
        assertThat(field("orderQty")).isFocused();
        return this;
    }

    /// Buys at a limit, and waits until it is known what became of it.
    void buy(int quantity, String limit) {
        begin("buy").choose("limit");
        field("price").fill(limit);
        field("orderQty").fill(String.valueOf(quantity));
        submit().click();
        assertThat(sent()).isVisible();
    }
}
