package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the server could not answer the chat once is asked for again, without anybody's doing.
class ChatAskedAgainBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Page page;

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @BeforeEach
    void open() {
        page = CHROMIUM.page();
    }

    @Test
    void mentions() {
        chat.mention("XOM", "@Ann have you seen this?");
        Failures.once(page, "**/api/chat/mentions?*");

        Dashboard.openLive(page, chat.server.uri(), "");

        assertThat(page.locator("bell-button button")).hasAttribute("aria-label", "Mentions, 1 unread");
    }

    @Test
    void howMuchIsUnread() {
        chat.withMany(3).read("floor", 1);
        Failures.once(page, "**/api/chat/rooms");

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
        Failures.once(page, "**/api/session");
        var window = new ChatWindow(page);

        window.button().click();

        assertThat(window.message("rude").locator(".more")).hasCount(1);
    }
}
