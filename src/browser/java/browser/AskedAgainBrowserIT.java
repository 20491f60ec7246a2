package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the server could not answer once is asked for again, without anybody's doing.
class AskedAgainBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Page page;

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @BeforeEach
    void open() {
        page = CHROMIUM.page();
    }

    private void failOnce(String place) {
        page.route(
                place,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                new Page.RouteOptions().setTimes(1));
    }

    @Test
    void mentions() {
        chat.mention("XOM", "@Ann have you seen this?");
        failOnce("**/api/chat/mentions?*");

        Dashboard.openLive(page, chat.server.uri(), "");

        assertThat(page.locator("bell-button button")).hasAttribute("aria-label", "Mentions, 1 unread");
    }

    @Test
    void howMuchIsUnread() {
        chat.withMany(3).read("floor", 1);
        failOnce("**/api/chat/rooms");

        Dashboard.openLive(page, chat.server.uri(), "");

        assertThat(new ChatWindow(page).button()).hasAttribute("aria-label", "Chat, 2 unread");
    }

    @Test
    void whatAVisitorMayDo() {
        chat.keep("floor", "Ben", "some-id-1", "Something rude", ScriptedChat.NOW);
        chat.server.serve(
                "/api/session",
                200,
                ScriptedServer.ANN
                        .replace("\"ann\"", "\"Ann\"")
                        .replace("\"rights\":[]", "\"rights\":[\"moderator\"]"));
        Dashboard.openLive(page, chat.server.uri(), "");
        chat.server.awaitStreamOf("mention");
        failOnce("**/api/session");
        var window = new ChatWindow(page);

        window.button().click();

        assertThat(window.message("rude").locator(".more")).hasCount(1);
    }

    @Test
    void whatNoWebhookTook() {
        try (var alerts = new ScriptedAlerts()) {
            alerts.withDead(1, "the receiver answered 500", 21);
            AlertsWindow window = AlertsWindow.open(page, alerts, "");
            failOnce("**/api/alerts/dead-letters");

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
            failOnce("**/api/commentary/*");

            commentary.forget("a");
            commentary.restart("e2");

            assertThat(text).hasAttribute("data-state", "interrupted");
        }
    }
}
