package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Who is mentioned hears of it, by the same bell as of alerts; neither feature needs the other.
class ChatNoticesBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void mentionRingsTheBellAndLeadsToItsRoom() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "");
        chat.server.awaitStreamOf("mention", "read-mark");
        Locator bell = page.locator("bell-button button");
        assertThat(bell).hasAttribute("aria-label", "Mentions");

        chat.mention("XOM", "@Ann have you seen this?");
        assertThat(bell).hasAttribute("aria-label", "Mentions, 1 unread");
        assertThat(bell.locator("b")).hasText("1");
        assertThat(page.locator(".toast")).containsText("Ben mentions you at XOM");
        assertThat(page.locator(".toast p")).hasText("@Ann have you seen this?");
        bell.click();

        var window = new ChatWindow(page);
        assertThat(window.message("have you seen this")).isVisible();
        assertThat(page).hasURL(Pattern.compile("symbol=XOM"));
        assertThat(bell).hasAttribute("aria-label", "Mentions");
        page.bringToFront();
        chat.mention("XOM", "@Ann and this?");
        assertThat(window.message("and this")).isVisible();
        assertThat(page.locator(".toast")).hasCount(1);
    }

    @Test
    void mentionThatIsTakenBackIsShownNoLonger() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "");
        chat.server.awaitStreamOf("mention", "read-mark");
        Locator bell = page.locator("bell-button button");
        JsonObject rude = chat.mention("XOM", "@Ann something rude");
        assertThat(page.locator(".toast")).containsText("something rude");
        JsonObject ruder = chat.mention("XOM", "@Ann something ruder");
        assertThat(bell).hasAttribute("aria-label", "Mentions, 2 unread");

        chat.withdraw(rude, true);

        assertThat(bell).hasAttribute("aria-label", "Mentions, 1 unread");
        assertThat(page.locator(".toast p").getByText("@Ann something rude", exactly()))
                .hasCount(0);
        chat.withdraw(ruder, false);
        chat.server.send(ScriptedEvents.gap("mention"));
        assertThat(bell).hasAttribute("aria-label", "Mentions");
        assertThat(page.locator(".toast")).hasCount(0);
        chat.mention("XOM", "@Ann something nice");
        assertThat(bell).hasAttribute("aria-label", "Mentions, 1 unread");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void bellOffersAlertsAndMentionsWhereThereAreBoth() {
        chat.server.serve("/api/alerts", 200, "[]");
        chat.server.restartWith(
                ScriptedEvents.fourShares(),
                ScriptedChat.opening("e1", "")
                        .replaceFirst(
                                "\"topics\":\\[",
                                "\"topics\":[{\"name\":\"alert\",\"kind\":\"every\",\"standard\":false,\"audience\":\"owner\"},"
                                        + "{\"name\":\"alert-list\",\"kind\":\"latest\",\"standard\":false,\"audience\":\"owner\"},"));
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "");
        Locator bell = page.locator("bell-button button");
        assertThat(bell).hasAttribute("aria-label", "Alerts · Mentions");
        assertThat(page.locator("bell-button")).hasCount(1);

        bell.click();
        assertThat(page.locator("[role=menu] button")).hasText(new String[] {"Alerts", "Mentions"});
        page.keyboard().press("Escape");
        assertThat(bell).isFocused();
        bell.click();
        assertThat(page.locator("[role=menu] button").first()).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(new ChatWindow(page).field()).isVisible();
    }

    @Test
    void withoutTheFolderOfAlertsMentionsRingTheBell() throws IOException {
        PageCopy.in(directory, "alerts").replace("app.js", "  import('./alerts/feature.js'),\n", "");
        try (var alone = new ScriptedChat(directory)) {
            Page page = CHROMIUM.page();
            Dashboard.openLive(page, alone.server.uri(), "");
            alone.server.awaitStreamOf("mention", "read-mark");

            alone.mention("floor", "@Ann hello");

            assertThat(page.locator("bell-button b")).hasText("1");
            assertThat(page.locator(".toast")).containsText("Ben mentions you on the floor");
        }
    }

    @Test
    void serverWithoutAChatHasNoButton() {
        chat.server.restartWith(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());
        Page page = CHROMIUM.page();

        Dashboard.openLive(page, chat.server.uri(), "?chat=floor");

        assertThat(page.locator("chat-button")).isHidden();
        assertThat(page.locator("chat-panel")).hasCount(0);
    }
}
