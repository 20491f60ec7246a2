package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An order without an answer may have arrived, whatever is said of its repeats, except by the books.
class TradingDoubtBrowserIT {

    private static final String IDENTIFY = "async (name) => (await import('/core/stream.js')).stream.identify(name)";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedTrading trading = new ScriptedTrading();

    @Test
    void anOrderIsFoundThoughItsRepeatIsRefused() {
        TradingDesk desk = sendWithoutAnAnswer(CHROMIUM.page(), TradingAnswer.CUT_AFTER);

        trading.refuse(429, "");

        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void anOrderThatNobodyFindsStaysInDoubtWhileTheBooksAreToo() {
        Page page = CHROMIUM.page();
        TradingDesk desk = sendWithoutAnAnswer(page, TradingAnswer.CUT_BEFORE);
        trading.refuse(503, "booksInDoubt");
        trading.answer(TradingAnswer.TAKEN);

        Chromium.eventually(() -> {
            page.clock().runFor(8000);
            assertThat(desk.sent().textContent()).contains("It is not known whether this order has arrived");
        });
        trading.refuse(0, "");
        desk.sent().locator(".again").click();

        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void theBooksSayThatAnOrderIsNotThere() {
        TradingDesk desk = sendWithoutAnAnswer(CHROMIUM.page(), TradingAnswer.CUT_BEFORE);

        trading.refuse(422, "notEnoughCash");
        trading.answer(TradingAnswer.TAKEN);

        assertThat(desk.problemOf("orderQty")).hasText("Your buying power does not cover it.");
    }

    @Test
    void whoSignsInAgainFindsIt() {
        Page page = CHROMIUM.page();
        TradingDesk desk = sendWithoutAnAnswer(page, TradingAnswer.CUT_AFTER);

        page.evaluate(IDENTIFY, "");
        assertThat(desk.sent()).hasCount(0);
        page.evaluate(IDENTIFY, "ann");

        assertThat(desk.toasts().first()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void anOrderIsNotSentAgainLongAfterTheClick() {
        Page page = CHROMIUM.page();
        List<Route> silent = new ArrayList<>();
        TradingDesk desk = sendIntoSilence(page, silent);
        assertThat(desk.sent()).containsText("No answer yet");
        assertThat(desk.sent().locator(".forget")).isVisible();
        assertThat(desk.sent().locator(".again")).isHidden();

        assertThat(desk.sent()).containsText("It is not known whether this order has arrived");
        int attempts = silent.size();
        page.clock().runFor(300_000);

        assertThat(silent).hasSize(attempts).hasSizeBetween(2, 4);
        page.unroute("**/api/orders");
        desk.sent().locator(".again").click();
        assertThat(desk.sent()).containsText("Accepted");
        assertThat(trading.orders()).hasSize(1);
    }

    @Test
    void anOrderIsCalledOffWhileItIsSent() {
        Page page = CHROMIUM.page();
        List<Route> silent = new ArrayList<>();
        List<Request> ended = new ArrayList<>();
        page.onRequestFailed(ended::add);
        TradingDesk desk = sendIntoSilence(page, silent);

        desk.sent().locator(".forget").click();

        assertThat(desk.sent()).hasCount(0);
        page.waitForCondition(() -> ended.contains(silent.getFirst().request()));
        page.clock().runFor(300_000);
        assertThat(silent).hasSize(1);
        assertThat(desk.deal("buy")).isFocused();
    }

    /// Nothing that is sent arrives anywhere, and nothing says so.
    private TradingDesk sendIntoSilence(Page page, List<Route> silent) {
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        page.clock().install();
        page.route("**/api/orders", silent::add);
        desk.submit().click();
        page.waitForCondition(() -> !silent.isEmpty());
        return desk;
    }

    private TradingDesk sendWithoutAnAnswer(Page page, TradingAnswer answer) {
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL").begin("buy");
        page.clock().install();
        trading.answer(answer);
        desk.submit().click();
        assertThat(desk.sent()).containsText("No answer yet");
        return desk;
    }
}
