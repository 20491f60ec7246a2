package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a visitor is told of alerts who does not look: notifications of the system, after a click that asks, and a
/// sound.
class AlertsNotificationsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// A browser whose visitor answers what the test says, and a page that can be hidden.
    private static final String BROWSER = """
            window.asked = 0;
            window.shown = [];
            window.tones = 0;
            window.Notification = class extends EventTarget {
              static permission = localStorage.getItem('test.permission') ?? 'default';
              static async requestPermission() {
                window.asked++;
                localStorage.setItem('test.permission', window.answer);
                return (Notification.permission = window.answer);
              }
              constructor(title, options) { super(); window.shown.push(`${title} | ${options.body} | ${options.tag}`); window.last = this; }
              close() {}
            };
            const { start } = OscillatorNode.prototype;
            OscillatorNode.prototype.start = function (at) { window.tones++; start.call(this, at); };
            Object.defineProperty(document, 'hidden', { get: () => window.away === true });""";

    @AutoClose
    private final ScriptedAlerts alerts = new ScriptedAlerts();

    @Test
    void whoIsAwayIsNotifiedByTheSystemAfterAClickThatAsks() {
        AlertsWindow window = open("granted");
        Page page = window.page();
        assertThat(page.evaluate("window.asked")).isEqualTo(0);
        choose(window, "Notify me while I am elsewhere");
        page.waitForFunction("window.asked === 1");
        page.keyboard().press("Escape");

        alerts.fire(1, "AAPL");
        assertThat(window.toasts()).hasCount(1);
        page.evaluate("window.away = true");
        alerts.fire(2, "MSFT");
        page.waitForFunction("window.shown.length === 1");

        assertThat(page.evaluate("window.shown[0]"))
                .isEqualTo("MSFT: Last price rises to 191.00 | At 191.02 (+1.56%). | k3J0aZ_9x-Qw12Er-2");
        assertThat(window.toasts()).hasCount(1);
        page.evaluate("() => { window.away = false; window.last.dispatchEvent(new Event('click')); }");
        assertThat(window.dialog().locator(".fired li")).hasCount(2);
        page.keyboard().press("Escape");
        page.reload();
        window.openList();
        assertThat(choice(window, "Notify me while I am elsewhere")).isChecked();
        assertThat(page.evaluate("window.asked")).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied", "default"})
    void whoDoesNotWantToIsNotNotified(String answer) {
        AlertsWindow window = open(answer);

        choose(window, "Notify me while I am elsewhere");

        assertThat(choice(window, "Notify me while I am elsewhere")).not().isChecked();
        assertThat(window.dialog().locator(".ways [role=status]"))
                .hasText(
                        answer.equals("denied")
                                ? "Your browser blocks notifications of this page: its settings can allow them."
                                : "");
    }

    @Test
    void aSoundIsPlayedIfItIsWantedAndByOneTab() {
        AlertsWindow window = open("granted");
        choose(window, "Play a sound");
        window.page().waitForFunction("window.tones === 2");
        window.page().keyboard().press("Escape");
        Page other = window.page().context().newPage();
        other.addInitScript(BROWSER);
        AlertsWindow second = AlertsWindow.open(other, alerts, "");

        alerts.fire(1, "AAPL");

        assertThat(window.toasts()).hasCount(1);
        assertThat(second.toasts()).hasCount(1);
        Chromium.eventually(
                () -> assertThat((int) window.page().evaluate("window.tones") + (int) other.evaluate("window.tones"))
                        .isEqualTo(4));
    }

    private AlertsWindow open(String answer) {
        Page page = CHROMIUM.page();
        page.addInitScript(BROWSER);
        AlertsWindow window = AlertsWindow.open(page, alerts, "");
        page.evaluate("answer => { window.answer = answer; }", answer);
        return window;
    }

    private static Locator choice(AlertsWindow window, String label) {
        return window.dialog().getByLabel(label);
    }

    private static void choose(AlertsWindow window, String label) {
        window.openList();
        choice(window, label).click();
    }
}
