package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Alerts on a real server: one that is made in one tab fires, and the other tab tells; one has a webhook.
class AlertsServerBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void anAlertThatIsMadeInOneTabFiresInBoth() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, OrdinaryServer.get().uri(), "");
        String symbol = page.locator("tr[data-symbol]").first().getAttribute("data-symbol");
        new AccountWindow(page).signUp(AccountWindow.newName());
        Page other = page.context().newPage();
        Dashboard.openLive(other, OrdinaryServer.get().uri(), "");
        var window = new AlertsWindow(page);
        var second = new AlertsWindow(other);

        window.openForm();
        window.field("symbol").fill(symbol);
        window.field("type").selectOption("move");
        window.field("direction").selectOption("any");
        window.field("percent").fill("0.01");
        window.field("note").fill("from the other tab");
        window.send();

        assertThat(second.toasts()).containsText(symbol + ": Moves 0.01% within 5 minutes");
        assertThat(second.toasts()).containsText("from the other tab");
        assertThat(window.toasts()).hasCount(1);
        assertThat(window.dialog().locator(".waiting li")).containsText(Pattern.compile("Has fired"));
        assertThat(window.dialog().locator(".fired li")).hasCount(1);
    }

    @Test
    void aWebhookIsCheckedAndSignedWithASecretThatIsShown() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, OrdinaryServer.get().uri(), "");
        String symbol = page.locator("tr[data-symbol]").first().getAttribute("data-symbol");
        new AccountWindow(page).signUp(AccountWindow.newName());
        var window = new AlertsWindow(page);
        window.openForm();
        window.field("symbol").fill(symbol);
        window.field("type").selectOption("change");
        // It never fires, so nobody is called.
        window.field("percent").fill("999");
        window.dialog().locator(".more summary").click();
        window.field("webhook").fill("https://127.0.0.1/alerts");

        window.send();
        assertThat(window.problemOf("webhook")).containsText("Webhooks do not go to 127.0.0.1, which is not public");
        window.field("webhook").fill("https://bot.example/alerts");
        window.send();

        assertThat(window.dialog().locator(".copied input")).hasValue(Pattern.compile("^whsec_.{44}$"));
        window.dialog().locator(".done").click();
        assertThat(window.dialog().locator(".waiting li")).containsText("webhook to bot.example");
        assertThat(window.dialog().locator(".dead")).isHidden();
    }
}
