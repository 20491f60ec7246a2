package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bell, what has fired, and the list of alerts, with a server that is scripted.
class AlertsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedAlerts alerts = new ScriptedAlerts();

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US, 1440", "DARK, zh-CN, 360", "LIGHT, en-US, 320"})
    void noStateHasAViolationAndNothingIsTooWide(ColorScheme scheme, String locale, int width) {
        Page page = CHROMIUM.page(
                options -> options.setColorScheme(scheme).setLocale(locale).setViewportSize(width, 740));
        AlertsWindow window = AlertsWindow.open(page, alerts, "");
        check(page, "nothing unread");
        window.openList();
        check(page, "no alerts");
        window.dialog().locator(".new").click();
        for (String type : new String[] {"price", "change", "move", "volume", "record", "halted"}) {
            window.field("type").selectOption(type);
            check(page, type);
        }
        window.field("type").selectOption("price");
        window.field("repeat").selectOption("always");
        window.send();
        assertThat(window.problemOf("symbol")).not().isEmpty();
        check(page, "a field with a problem");
        page.keyboard().press("Escape");

        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE, "armed")
                .with(
                        "two",
                        "MSFT",
                        "{\"type\":\"move\",\"percent\":2,\"direction\":\"any\",\"within\":\"PT5M\"}",
                        "off")
                .withFired(1, "AAPL");
        alerts.fire(2, "AAPL");
        alerts.server.send(ScriptedEvents.event("e1-40", "alert-list", "{\"revision\":2}"));
        assertThat(window.toasts()).hasCount(1);
        check(page, "a toast");
        window.toasts().locator(".close").click();
        window.openList();
        assertThat(window.dialog().locator(".waiting li")).hasCount(2);
        check(page, "a list");
        page.keyboard().press("Escape");

        page.locator("tr[data-symbol=AAPL] a").click();
        assertThat(window.lines()).hasCount(1);
        check(page, "a chart with a line");
    }

    @Test
    void nobodyIsAskedToSignInAndAServerWithoutAlertsHasNoBell() {
        alerts.server.serve("/api/session", 200, "{\"signedIn\":false,\"signUp\":true}");
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, alerts.server.uri(), "");

        page.locator("bell-button button").click();
        assertThat(page.locator("dialog [name=username]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("bell-button button")).isFocused();
        page.keyboard().press("Alt+a");
        assertThat(page.locator("dialog [name=username]")).isFocused();

        alerts.server.restartWith(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());
        page.reload();
        new Dashboard(page).awaitTools();
        assertThat(page.locator("bell-button")).isHidden();
    }

    @Test
    void whatFiresIsToldOnceAndUnreadInAllTabsUntilItIsRead() {
        alerts.withFired(1, "AAPL");
        AlertsWindow first = AlertsWindow.open(CHROMIUM.page(), alerts, "");
        assertThat(first.unread()).hasText("1");
        assertThat(first.bell()).hasAttribute("aria-label", "Alerts, 1 unread");
        AlertsWindow second = AlertsWindow.open(first.page().context().newPage(), alerts, "");

        alerts.fire(2, "MSFT");
        for (AlertsWindow tab : new AlertsWindow[] {first, second}) {
            assertThat(tab.unread()).hasText("2");
            assertThat(tab.toasts()).hasText("MSFT: Last price rises to 191.00×At 191.02 (+1.56%).Show alerts");
        }
        alerts.say(2, "MSFT");
        alerts.fire(3, "AAPL");
        assertThat(first.unread()).hasText("3");
        assertThat(first.toasts()).hasCount(2);

        first.toasts().last().getByText("Show alerts").click();
        assertThat(first.dialog().locator(".fired li[data-unread]")).hasCount(3);
        assertThat(second.unread()).isHidden();
        first.page().keyboard().press("Escape");
        first.openList();
        assertThat(first.dialog().locator(".fired li")).hasCount(3);
        assertThat(first.dialog().locator(".fired li[data-unread]")).hasCount(0);
        first.dialog().locator(".fired a").first().click();
        assertThat(first.page().locator("symbol-detail h2")).hasText("AAPL");
        assertThat(first.dialog()).hasCount(0);

        second.page().reload();
        assertThat(second.bell()).hasAttribute("aria-label", "Alerts");
        assertThat(second.unread()).isHidden();
    }

    @Test
    void whatTheStreamHasLostIsFetchedAndTold() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "");

        alerts.withFired(1, "AAPL").withFired(2, "MSFT");
        alerts.server.send(ScriptedEvents.gap("alert"));

        assertThat(window.unread()).hasText("2");
        assertThat(window.toasts()).hasCount(2);
    }

    @Test
    void manyAtOnceAreOneToast() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "");

        for (int number = 1; number <= 4; number++) {
            alerts.withFired(number, "AAPL");
        }
        alerts.server.send(ScriptedEvents.gap("alert"));

        assertThat(window.toasts()).hasCount(1);
        assertThat(window.toasts()).containsText("4 alerts have fired");
    }

    @Test
    void alertsAreSwitchedOffAndDeletedInTheList() {
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE, "armed");
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "").openList();

        window.dialog().locator(".switch").click();
        assertThat(window.dialog().locator("li")).containsText("Off");
        assertThat(window.dialog().locator(".switch")).isFocused();
        window.dialog().locator(".remove").click();
        assertThat(window.dialog().locator(".remove")).hasText("Really delete?");
        window.dialog().locator(".remove").click();

        assertThat(window.dialog().locator(".waiting li")).hasCount(0);
        assertThat(window.dialog().locator(".hint")).containsText("No alerts yet");
        assertThat(window.dialog().locator(".new")).isFocused();
        assertThat(alerts.writes()).containsExactly("PATCH /one {\"active\":false}", "DELETE /one");
    }

    /// Checks that what is shown violates nothing, and is not wider than the screen.
    static void check(Page page, String state) {
        Axe.check(page, state);
        assertThat(page.evaluate("""
                () => document.documentElement.scrollWidth > innerWidth
                  || [...document.querySelectorAll('.alerts')].some((one) => one.scrollWidth > one.clientWidth)""")).as("too wide: " + state).isEqualTo(false);
    }
}
