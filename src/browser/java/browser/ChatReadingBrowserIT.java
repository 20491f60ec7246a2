package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody reads further up in a room, however much is said there meanwhile.
class ChatReadingBrowserIT {

    /// More than a list keeps.
    private static final int FLOOD = 2_000;

    private static final int MOST = 400;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void aFloodLeavesThePlaceThatIsReadAndDoesNotFillTheList() {
        ChatWindow window = readFurtherUp(100);
        double place = placeOf(window, 60);

        flood(101, FLOOD);

        assertThat(window.newer()).hasText("1900 new messages ↓");
        assertThat(window.messages()).hasCount(MOST);
        assertThat(placeOf(window, 60)).isCloseTo(place, within(1.0));
        window.newer().click();
        assertThat(message(window, FLOOD)).isInViewport();
        assertThat(window.newer()).isHidden();
        chat.say("Ben", "Message " + (FLOOD + 1));
        assertThat(message(window, FLOOD + 1)).isInViewport();
        assertNoHole(window, FLOOD + 1);
    }

    @Test
    void allOfAFloodCanBeReadDownToTheNewest() {
        ChatWindow window = readFurtherUp(100);
        flood(101, 700);
        assertThat(window.newer()).hasText("600 new messages ↓");

        int last = 450;
        while (last < 700) {
            window.log().evaluate("one => { one.scrollTop = one.scrollHeight; }");
            last += 50;
            assertThat(window.messages().last().locator(".text")).hasText("Message " + last);
            assertNoHole(window, last);
            assertThat(message(window, last - 50)).isInViewport();
        }
        window.log().evaluate("one => { one.scrollTop = one.scrollHeight; }");

        assertThat(window.newer()).isHidden();
        chat.say("Ben", "Message 701");
        assertThat(message(window, 701)).isInViewport();
        assertThat(window.messages()).hasCount(MOST / 2);
        assertNoHole(window, 701);
    }

    @Test
    void whatWasMissedIsMoreThanAPageAndLeavesThePlaceThatIsRead() {
        ChatWindow window = readFurtherUp(100);
        double place = placeOf(window, 60);

        keep(101, 300);
        chat.server.send(ScriptedEvents.gap("chat"));

        assertThat(window.newer()).hasText("200 new messages ↓");
        assertThat(window.messages().last().locator(".text")).hasText("Message 300");
        assertThat(placeOf(window, 60)).isCloseTo(place, within(1.0));
        assertNoHole(window, 300);
        keep(301, 900);
        chat.server.send(ScriptedEvents.gap("chat"));
        assertThat(window.newer()).hasText("800 new messages ↓");
        assertThat(window.messages()).hasCount(MOST);
        assertThat(placeOf(window, 60)).isCloseTo(place, within(1.0));

        window.newer().click();
        assertThat(message(window, 900)).isInViewport();
        window.log().evaluate("one => { one.scrollTop = 10; }");
        assertThat(window.messages().first().locator(".text")).hasText("Message 801");
        assertNoHole(window, 900);
    }

    @Test
    void whatIsSaidWhileAPageIsFetchedIsNotLost() {
        chat.withMany(10).read("floor", 10);
        Page page = CHROMIUM.page();
        List<Route> held = new ArrayList<>();
        List<APIResponse> answers = new ArrayList<>();
        page.route("**/api/chat/floor?*", route -> {
            answers.add(route.fetch());
            held.add(route);
        });
        Dashboard.open(page, chat.server.uri(), "?chat=floor");
        chat.server.awaitStreamOf("chat", "presence", "room", "read-mark", "mention");
        page.waitForCondition(() -> !held.isEmpty());

        flood(11, 60);
        chat.server.send(ScriptedEvents.quote("e1-20000", "AAPL", 2, "31.5"));
        assertThat(new Dashboard(page).cell("AAPL", "last")).containsText("31.50");
        held.getFirst().fulfill(new Route.FulfillOptions().setResponse(answers.getFirst()));

        ChatWindow window = new ChatWindow(page);
        assertThat(message(window, 60)).isInViewport();
        assertNoHole(window, 60);
    }

    @Test
    void olderMessagesOfALongRoomAreReadWithoutKeepingAllOfThem() {
        chat.withMany(600).read("floor", 600);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        for (int first = 501; first >= 51; first -= 50) {
            window.log().evaluate("one => { one.scrollTop = 10; }");
            assertThat(window.messages().first().locator(".text")).hasText("Message " + first);
        }

        assertThat(window.messages()).hasCount(MOST);
        assertNoHole(window, 450);
        assertThat(message(window, 101)).isInViewport();
        window.newer().click();
        assertThat(message(window, 600)).isInViewport();
        assertNoHole(window, 600);
    }

    /// Opens a room of so many messages, and reads some of the last fifty.
    private ChatWindow readFurtherUp(int count) {
        chat.withMany(count).read("floor", count);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        assertThat(message(window, count)).isInViewport();
        message(window, 60).evaluate("one => one.scrollIntoView({ block: 'start' })");
        assertThat(window.newer()).hasText("To the newest ↓");
        return window;
    }

    /// Says so many things at once.
    private void flood(int first, int last) {
        keep(first, last);
        chat.server.sendAlike(IntStream.rangeClosed(first, last)
                .mapToObj(seq -> ScriptedEvents.event(
                        "e1-" + (10_000 + seq),
                        "chat",
                        chat.message("floor", seq).toString()))
                .collect(Collectors.joining()));
    }

    /// The same, but the stream does not bring it.
    private void keep(int first, int last) {
        for (int seq = first; seq <= last; seq++) {
            chat.keep("floor", seq % 2 == 0 ? "Ben" : "Cleo", "flood-id-" + seq, "Message " + seq, ScriptedChat.NOW);
        }
    }

    /// Those that are there have successive numbers, up to the last one.
    private static void assertNoHole(ChatWindow window, int last) {
        Chromium.eventually(() -> {
            List<String> texts = window.messages().locator(".text").allTextContents();
            int size = texts.size();
            assertThat(texts)
                    .isEqualTo(IntStream.rangeClosed(last - size + 1, last)
                            .mapToObj("Message %s"::formatted)
                            .toList());
        });
    }

    /// How far below the upper edge of the window it is.
    private static double placeOf(ChatWindow window, int seq) {
        return message(window, seq).boundingBox().y;
    }

    private static Locator message(ChatWindow window, int seq) {
        return window.page()
                .locator("chat-panel .message .text")
                .getByText("Message " + seq, new Locator.GetByTextOptions().setExact(true));
    }
}
