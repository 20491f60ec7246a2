package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Webhooks of alerts: their address, their secret, and what could not be delivered.
class AlertsWebhookBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String HOOK = "https://bot.example/hooks/1";

    @AutoClose
    private final ScriptedAlerts alerts = new ScriptedAlerts();

    @Test
    void theFirstWebhookShowsTheSecretThatAllOfThemHave() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "");
        Page page = window.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        window.openForm();
        assertThat(window.field("webhook")).isHidden();

        window.dialog().locator(".more summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(window.field("webhook")).isFocused();
        page.keyboard().type(" " + HOOK);
        fillAndSend(window, "191");

        assertThat(window.dialog().locator("h2")).hasText("Secret of your webhooks");
        assertThat(window.dialog().locator(".done")).isFocused();
        window.dialog().locator(".copy").click();
        assertThat(window.dialog().locator(".copy")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()").toString()).matches("whsec_1J3.*=");
        window.dialog().locator(".done").click();
        assertThat(window.dialog().locator(".waiting li")).containsText("webhook to bot.example");
        assertThat(alerts.writes()).singleElement().asString().endsWith("\"webhook\":\"%s\"}".formatted(HOOK));

        window.dialog().locator(".new").click();
        window.dialog().locator(".more summary").click();
        window.field("webhook").fill(HOOK);
        fillAndSend(window, "192");
        assertThat(window.dialog().locator(".waiting li")).hasCount(2);
    }

    @Test
    void theSecretIsShownInTheListToWhoAsksAndCanBeChanged() {
        AlertsWindow window = openWith(HOOK, false).openList();
        Locator secret = window.dialog().locator("details.secret");
        assertThat(secret.locator("input")).isHidden();

        secret.locator("summary").click();
        assertThat(secret.locator("input")).hasValue(Pattern.compile("^whsec_1"));
        secret.locator(".change").click();
        assertThat(secret.locator(".change")).hasText("Really make another?");
        secret.locator(".change").click();

        assertThat(secret.locator("input")).hasValue(Pattern.compile("^whsec_2"));
        assertThat(secret.locator("[role=status]"))
                .containsText("The secret before this one signs too, until 11/23/26");
        assertThat(secret.locator(".change")).hasText("Make another");
        assertThat(alerts.writes()).containsExactly("POST /webhook-secret");
    }

    @Test
    void aWebhookIsTakenAway() {
        AlertsWindow window = openWith(HOOK, false).openList();
        window.dialog().locator(".edit").click();
        assertThat(window.field("webhook")).hasValue(HOOK);

        window.dialog().locator(".more button").click();
        assertThat(window.field("webhook")).isFocused();
        assertThat(window.dialog().locator(".more button")).isHidden();
        window.send();

        assertThat(window.dialog().locator(".waiting li")).not().containsText("webhook");
        assertThat(window.dialog().locator("details.secret")).isHidden();
        assertThat(alerts.writes()).containsExactly("PATCH /one {\"webhook\":\"\"}");
    }

    @Test
    void aReceiverThatIsGoneIsSaidAndTriedAgainWhenTheAlertIsSaved() {
        AlertsWindow window = openWith(HOOK, true).openList();
        assertThat(window.dialog().locator(".waiting .problem")).containsText("bot.example has said that it is gone");

        window.dialog().locator(".edit").click();
        assertThat(window.field("webhook"))
                .hasAccessibleDescription(Pattern.compile("When you save, it is tried again"));
        window.send();

        assertThat(window.dialog().locator(".waiting li")).containsText("webhook to bot.example");
        assertThat(alerts.writes()).containsExactly("PATCH /one {\"webhook\":\"%s\"}".formatted(HOOK));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | webhooks do not go to 10.0.0.1, which is not public: choose an address of the public internet | Webhooks do not go to 10.0.0.1, which is not public: choose an address of the public internet.
            zh-CN | webhooks do not go to 10.0.0.1, which is not public: choose an address of the public internet | 10.0.0.1 不是公网地址。
            zh-CN | webhooks do not go to port 80: choose 443, or one from 1024 | 端口须为 443，或不小于 1024。
            zh-CN | the webhook 'bot' is no address such as https://bot.example/alerts | 请填写形如 https://bot.example/alerts 的地址。
            zh-CN | the host '1.2' of a webhook is no name and no address | 请填写形如 https://bot.example/alerts 的地址。
            zh-CN | a webhook begins with https://, unless the operator of this server has listed its host | 地址须以 https:// 开头。
            en-US | this server sends nothing to webhooks: leave it out | This server sends nothing to webhooks: leave it out.
            zh-CN | this server sends nothing to webhooks: leave it out | 本服务器未启用 Webhook。""")
    void whatIsWrongWithAnAddressStandsAtItsField(String locale, String detail, String words) {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(options -> options.setLocale(locale)), alerts, "");
        window.openForm();
        Locator fold = window.dialog().locator(".more summary");
        fold.click();
        window.field("webhook").fill("https://10.0.0.1/");
        fold.click();
        alerts.refuse(400, detail, null);

        fillAndSend(window, "191");

        assertThat(window.problemOf("webhook")).hasText(words);
        assertThat(window.field("webhook")).isFocused();
        assertThat(window.field("webhook")).hasAccessibleDescription(words);
    }

    @Test
    void whoMayNotWriteIsToldSo() {
        AlertsWindow window = openWith(HOOK, false).openList();
        alerts.refuse(403, "the token has no scope 'trade'", null);

        window.dialog().locator("details.secret summary").click();
        window.dialog().locator(".change").click();
        window.dialog().locator(".change").click();

        assertThat(window.dialog().locator("details.secret .problem")).hasText("You may not do this.");
    }

    @Test
    void whatWasNotDeliveredIsTriedAgainOrDeleted() {
        alerts.withFired(1, "MSFT")
                .withDead(1, "the receiver answered 500", 21)
                .withDead(2, "there was no answer within PT15S", 1)
                .withDead(3, "too many firings of yours waited, because their receivers did not answer", 0);
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "").openList();
        Locator dead = window.dialog().locator(".dead li");
        assertThat(dead).hasCount(3);
        assertThat(dead.first())
                .containsText(
                        Pattern.compile(
                                "MSFT Last price rises to 191.00Fired .* · to bot.exampleThe receiver answered 500. Given up 11/23/26.* after 21 attempts\\."));
        assertThat(dead.nth(1)).containsText(Pattern.compile("did not answer in time.* after 1 attempt\\."));
        assertThat(dead.nth(2)).containsText("An alert that has been deleted");

        dead.nth(1).locator(".again").click();
        assertThat(dead).hasCount(2);
        assertThat(window.dialog().getByText("It is being sent again.")).isVisible();
        assertThat(dead.nth(1).locator(".again")).isFocused();
        alerts.refuse(503, "away", null);
        dead.first().locator(".again").click();
        assertThat(window.dialog().getByText("The server can’t do this now.")).isVisible();
        alerts.refuse(200, "", null);
        for (int left = 2; left > 0; left--) {
            assertThat(dead).hasCount(left);
            dead.first().locator(".remove").click();
            assertThat(dead.first().locator(".remove")).hasText("Really delete?");
            dead.first().locator(".remove").click();
        }

        assertThat(window.dialog().locator("#alerts-dead")).isHidden();
        assertThat(window.dialog().locator(".new")).isFocused();
        assertThat(alerts.writes())
                .map(write -> write.replaceFirst("/dead-letters/k3J0aZ_9x-Qw12Er-", ""))
                .containsExactly("POST 2", "POST 1", "DELETE 1", "DELETE 3");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US, 1440", "DARK, zh-CN, 360", "DARK, en-US, 1440", "LIGHT, zh-CN, 320"})
    void noStateHasAViolationAndNothingIsTooWide(ColorScheme scheme, String locale, int width) {
        alerts.withFired(1, "MSFT").withDead(1, "the receiver answered 500", 21).withDead(2, "of its own", 1);
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE, "armed")
                .calling("one", "https://a-very-long-name-of-a-service.example.org/" + "x".repeat(200), true);
        Page page = CHROMIUM.page(
                options -> options.setColorScheme(scheme).setLocale(locale).setViewportSize(width, 740));
        AlertsWindow window = AlertsWindow.open(page, alerts, "").openList();
        assertThat(window.dialog().locator(".dead li")).hasCount(2);
        window.dialog().locator("details.secret summary").click();
        assertThat(window.dialog().locator("details.secret input")).isVisible();
        AlertsBrowserIT.check(page, "a list");
        window.dialog().locator(".edit").click();
        AlertsBrowserIT.check(page, "a webhook that is gone");
        window.dialog().locator(".cancel").click();
        window.dialog().locator(".new").click();
        window.dialog().locator(".more summary").click();
        window.field("webhook").fill(HOOK);
        alerts.refuse(400, "a webhook has no user in its address: its requests are signed instead", null);
        fillAndSend(window, "191");
        assertThat(window.problemOf("webhook")).not().isEmpty();
        AlertsBrowserIT.check(page, "an address with a problem");
    }

    private AlertsWindow openWith(String webhook, boolean gone) {
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE, "armed").calling("one", webhook, gone);
        return AlertsWindow.open(CHROMIUM.page(), alerts, "");
    }

    private static void fillAndSend(AlertsWindow window, String price) {
        window.field("symbol").fill("AAPL");
        window.field("price").fill(price);
        window.send();
    }
}
