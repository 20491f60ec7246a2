package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Orders that are undone, cut off, or under way when the page is left: each is one order.
class TradingSendingBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedTrading trading = new ScriptedTrading();

    @Test
    void anOrderCanBeUndoneForFiveSecondsByClickOrKey() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL");
        page.clock().install();
        desk.buy(10, "180");
        assertThat(desk.toasts().locator(".act")).hasText("Undo 5");
        assertThat(desk.toasts().locator(".act")).hasAccessibleName("Undo");
        page.clock().runFor(1000);
        assertThat(desk.toasts().locator(".act")).hasText("Undo 4");
        desk.toasts().locator(".act").click();
        assertThat(desk.sent()).containsText("Cancelled.");

        desk.sent().locator(".next").click();
        desk.choose("limit").field("price").fill("170");
        desk.submit().click();
        assertThat(desk.toasts().last().locator(".act")).hasText("Undo 5");
        page.keyboard().press("Alt+z");
        assertThat(desk.sent()).containsText("Cancelled.");

        desk.sent().locator(".next").click();
        desk.choose("limit").field("price").fill("160");
        desk.submit().click();
        assertThat(desk.sent()).containsText("waits for 160.00");
        trading.fill(4, "160");
        assertThat(desk.toasts().last()).containsText("4 of 10 filled");
        page.clock().runFor(6000);
        assertThat(desk.toasts().last().locator(".act")).hasCount(0);
        page.keyboard().press("Alt+z");
        assertThat(desk.sent()).containsText("4 of 10 filled");
        assertThat(trading.orders()).hasSize(3);
    }

    @Test
    void aTwiceClickedButtonIsOneOrder() {
        TradingDesk desk =
                TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL").begin("buy");

        desk.submit().dblclick();

        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.bodies()).hasSize(1);
    }

    @Test
    void theNextOrderIsMadeWhileOneIsOnItsWay() {
        TradingDesk desk =
                TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL").begin("buy");
        trading.answer(TradingAnswer.UNANSWERED);
        desk.submit().click();
        assertThat(desk.sent()).containsText("Sending…");

        desk.sent().locator(".next").click();
        desk.choose("limit").field("price").fill("170");
        trading.answer(TradingAnswer.TAKEN);
        desk.submit().click();

        assertThat(desk.sent()).containsText("waits for 170.00 or less");
        assertThat(trading.orders()).hasSize(2);
        assertThat(trading.bodies()).hasSize(2);
        desk.sent().locator(".done").click();
        assertThat(desk.sent()).containsText("Sending…");
    }

    @Test
    void whatIsRefusedWhileSomethingElseIsShownIsToldInAToast() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        List<Route> held = new ArrayList<>();
        page.route("**/api/orders", held::add);
        desk.submit().click();
        desk.sent().locator(".next").click();
        desk.field("orderQty").fill("7");

        page.waitForCondition(() -> !held.isEmpty());
        held.getFirst()
                .fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"reason\":\"notEnoughCash\"}"));

        assertThat(desk.toasts()).hasText("Buy 10 AAPL at market×Your buying power does not cover it.");
        assertThat(desk.field("orderQty")).hasValue("7");
    }

    @Test
    void anOrderThatIsCutOffIsSentAgainAndIsOne() {
        TradingDesk desk =
                TradingDesk.open(CHROMIUM.page(), trading, "?symbol=AAPL").begin("buy");
        trading.answer(TradingAnswer.CUT_AFTER);

        desk.submit().click();
        assertThat(desk.sent()).containsText("No answer yet. Sending it again: it stays one order.");
        trading.answer(TradingAnswer.TAKEN);

        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void anAnswerThatIsCutWithinIsNone() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        page.route(
                "**/api/orders",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(201).setBody("{\"orderId\":\"0000")),
                new Page.RouteOptions().setTimes(1));

        desk.submit().click();

        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersLeavesTheChoiceToTheVisitor() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        page.clock().install();
        trading.answer(TradingAnswer.CUT_BEFORE);

        desk.submit().click();
        for (int attempt = 2; attempt <= 3; attempt++) {
            assertThat(desk.sent()).containsText("No answer yet");
            page.clock().runFor(2000);
            int most = attempt;
            Chromium.eventually(() -> assertThat(trading.bodies()).hasSizeGreaterThanOrEqualTo(most));
        }
        page.clock().runFor(15_000);
        assertThat(desk.sent()).containsText("It is not known whether this order has arrived");
        trading.answer(TradingAnswer.TAKEN);
        desk.sent().locator(".again").click();
        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void aReloadInTheMidstOfASendFindsTheOrderAndMakesNoSecond() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        trading.answer(TradingAnswer.UNANSWERED);
        desk.submit().click();
        assertThat(desk.sent()).containsText("Sending…");
        Chromium.eventually(() -> assertThat(trading.orders()).hasSize(1));

        trading.answer(TradingAnswer.TAKEN);
        page.reload();

        assertThat(desk.toasts()).containsText("Buy 10 AAPL at market");
        assertThat(desk.toasts()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
        assertThat(trading.bodies()).hasSize(1);
        page.reload();
        assertThat(desk.deal("buy")).isVisible();
        assertThat(desk.sent()).hasCount(0);
    }

    @Test
    void aReloadBeforeTheOrderArrivedDoesNotSendItUnasked() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        trading.answer(TradingAnswer.CUT_BEFORE);
        desk.submit().click();
        assertThat(desk.sent()).containsText("No answer yet");
        trading.answer(TradingAnswer.TAKEN);
        page.reload();

        assertThat(desk.sent()).containsText("It is not known whether this order has arrived");
        assertThat(trading.orders()).isEmpty();
        desk.sent().locator(".again").click();
        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void whatHappensElsewhereIsToldOnceInAToast() {
        Page page = CHROMIUM.page();
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL");
        desk.buy(10, "180");
        desk.sent().locator(".done").click();
        desk.toasts().locator(".close").click();

        trading.fill(10, "180");

        assertThat(desk.toasts())
                .hasText("Buy 10 AAPL, limit 180.00×Filled: 10 bought at 180.00, for 1,800.00.Show orders");
        desk.toasts().locator(".act").click();
        assertThat(desk.view().locator("[role=tab][aria-selected=true]")).hasText("Orders");
        assertThat(desk.view().locator(".orders li")).containsText("Filled: 10 bought");
    }
}
