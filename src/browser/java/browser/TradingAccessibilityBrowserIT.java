package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each state of the ticket and of the view of the portfolio, by the rules of WCAG, and as wide as the screen at most.
class TradingAccessibilityBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedTrading trading = new ScriptedTrading();

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US, 1440", "DARK, zh-CN, 360", "LIGHT, en-US, 320"})
    void noStateHasAViolationAndNothingIsTooWide(ColorScheme scheme, String locale, int width) {
        trading.hold("AAPL 100 20 150", "MSFT 10 0 410");
        Page page = CHROMIUM.page(
                options -> options.setColorScheme(scheme).setLocale(locale).setViewportSize(width, 740));
        TradingDesk desk = TradingDesk.open(page, trading, "?symbol=AAPL");
        check(page, "bid and ask");
        desk.begin("buy");
        check(page, "a market order");
        desk.choose("limit").field("orderQty").fill("5000");
        assertThat(desk.problemOf("orderQty")).not().isEmpty();
        check(page, "too much");
        trading.quote("AAPL", "190.00", "halted");
        assertThat(desk.ticket().locator(".notice")).isVisible();
        check(page, "halted");
        trading.quote("AAPL", "190.00", "trading");
        desk.field("orderQty").fill("10");
        desk.submit().click();
        assertThat(desk.toasts().locator(".act")).isVisible();
        check(page, "an order that can be undone");
        trading.fill(4, "189");
        assertThat(desk.sent().locator("progress")).isVisible();
        check(page, "partly filled");
        trading.answer(TradingAnswer.CUT_BEFORE);
        desk.sent().locator(".next").click();
        desk.submit().click();
        assertThat(desk.sent()).containsText(locale.startsWith("zh") ? "尚无应答" : "No answer yet");
        check(page, "no answer");

        Dashboard.open(page, trading.server.uri(), "?view=trading");
        assertThat(desk.view().locator(".positions tbody tr")).hasCount(2);
        check(page, "positions");
        desk.view().locator(".equity-curve summary").click();
        assertThat(desk.view().locator(".equity-curve td")).hasCount(3);
        check(page, "the curve as a table");
        desk.view().locator("#floor-tab-orders").click();
        assertThat(desk.view().locator(".orders li").first()).isVisible();
        check(page, "orders");
        if (width < 800) {
            desk.view().locator("#floor-tab-board").click();
        }
        assertThat(desk.names().first()).isVisible();
        check(page, "the board");
    }

    private static void check(Page page, String state) {
        Axe.check(page, state);
        assertThat(page.evaluate("""
                () => document.documentElement.scrollWidth > innerWidth
                  || [...document.querySelectorAll('order-ticket, trading-view, symbol-detail')].some((one) => one.scrollWidth > one.clientWidth)""")).as("too wide: " + state).isEqualTo(false);
    }
}
