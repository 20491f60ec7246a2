package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of a server without a chat.
class ChatOffBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "10", "CHAT_ENABLED", "false"));
    }

    @Test
    void nothingIsShownAlsoWhereTheAddressNamesARoom() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "?chat=floor");
        new AccountWindow(page).signUp(AccountWindow.newName());

        page.keyboard().press("Alt+c");

        assertThat(page.locator("bell-button button")).hasAttribute("aria-label", "Alerts");
        assertThat(page.locator("chat-button")).isHidden();
        assertThat(page.locator("chat-panel")).hasCount(0);
    }
}
