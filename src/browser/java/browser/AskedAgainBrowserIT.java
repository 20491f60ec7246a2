package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the server could not answer once is asked for again, without anybody's doing.
class AskedAgainBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Page page;

    @BeforeEach
    void open() {
        page = CHROMIUM.page();
    }

    @Test
    void whatNoWebhookTook() {
        try (var alerts = new ScriptedAlerts()) {
            alerts.withDead(1, "the receiver answered 500", 21);
            AlertsWindow window = AlertsWindow.open(page, alerts, "");
            Failures.once(page, "**/api/alerts/dead-letters");

            window.openList();

            assertThat(window.dialog().locator(".dead li")).hasCount(1);
        }
    }

    @Test
    void whatHasBecomeOfAText() {
        try (var server = new ScriptedServer(ScriptedEvents.fourShares(), "")) {
            var commentary = new ScriptedCommentary(server);
            commentary.quote("AAPL", 1, "30");
            commentary.begin("a", "AAPL", "quiet");
            commentary.write("a", "Half a");
            Dashboard.open(page, server.uri(), "?symbol=AAPL");
            Locator text = page.locator("commentary-panel article");
            assertThat(text).hasAttribute("data-state", "growing");
            Failures.once(page, "**/api/commentary/*");

            commentary.forget("a");
            commentary.restart("e2");

            assertThat(text).hasAttribute("data-state", "interrupted");
        }
    }
}
