package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the server could not answer the chat once is asked for again, without anybody's doing.
class ChatAskedAgainBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String ROOMS = "**/api/chat/rooms";

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
        Failures.once(page, ROOMS);

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

    @Test
    void asSoonAsTheStreamIsBackHoweverLongThePageWouldHaveWaited() {
        List<Route> refused = refuseRoomsFromNowOn("");
        chat.keep("floor", "Ben", "unheard-1", "More", ScriptedChat.NOW);
        chat.server.endStreams();
        Chromium.eventually(() -> {
            page.clock().runFor(10_000);
            assertThat(refused).hasSizeGreaterThan(6);
        });

        page.unroute(ROOMS);
        long before = now();
        chat.server.endStreams();

        Chromium.eventually(() -> {
            page.clock().runFor(Chromium.FRAME);
            assertThat(new ChatWindow(page).button().getAttribute("aria-label")).isEqualTo("Chat, 3 unread");
        });
        assertThat(now() - before).isLessThan(10_000);
    }

    @Test
    void notBeforeTheServerWantsItThoughTheStreamIsBack() {
        List<Route> refused = refuseRoomsFromNowOn("20");
        page.evaluate("""
                async () => {
                  window.starts = 0;
                  (await import('/core/stream.js')).stream.addEventListener('start', () => window.starts++);
                }""");
        for (int start = 1; start <= 2; start++) {
            int wanted = start;
            chat.server.endStreams();
            Chromium.eventually(() -> {
                page.clock().runFor(Chromium.FRAME);
                assertThat(page.evaluate("window.starts")).isEqualTo(wanted);
                assertThat(refused).hasSize(1);
            });
        }

        page.clock().runFor(10_000);
        assertThat(refused).hasSize(1);

        Chromium.eventually(() -> {
            page.clock().runFor(1_000);
            assertThat(refused).hasSize(2);
        });
    }

    /// On a page whose clock stands, and that knows how much is unread.
    private List<Route> refuseRoomsFromNowOn(String retryAfter) {
        chat.withMany(3).read("floor", 1);
        Dashboard.openLive(page, chat.server.uri(), "");
        assertThat(new ChatWindow(page).button()).hasAttribute("aria-label", "Chat, 2 unread");
        Chromium.stopClock(page);
        List<Route> refused = new ArrayList<>();
        page.route(ROOMS, route -> {
            refused.add(route);
            route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", retryAfter)));
        });
        return refused;
    }

    private long now() {
        return ((Number) page.evaluate("Date.now()")).longValue();
    }
}
