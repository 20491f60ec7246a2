package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The list of a room: it stays where somebody reads, and says what is new.
class ChatListBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void listStaysWhereSomebodyReadsWhileOthersWrite() {
        chat.withMany(40).read("floor", 40);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        assertThat(window.message("Message 40")).isInViewport();
        chat.say("Ben", "At the end");
        assertThat(window.message("At the end")).isInViewport();

        window.scrollTo(300);
        assertThat(window.newer()).hasText("To the newest ↓");
        double place = window.place();
        chat.say("Ben", "One more");
        assertThat(window.newer()).hasText("1 new message ↓");
        chat.say("Cleo", "Two more");
        assertThat(window.newer()).hasText("2 new messages ↓");
        assertThat(window.place()).isCloseTo(place, within(1.0));
        window.newer().click();

        assertThat(window.message("Two more")).isInViewport();
        assertThat(window.newer()).isHidden();
        window.scrollTo(300);
        window.write("I say so");
        assertThat(window.message("I say so")).isInViewport();
    }

    @Test
    void olderMessagesComeAboveThePlaceThatIsRead() {
        chat.withMany(120).read("floor", 120);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        assertThat(window.messages()).hasCount(50);
        Locator seen = window.message("Message 71");

        window.log().evaluate("one => { one.scrollTop = 10; }");
        assertThat(window.messages()).hasCount(100);
        assertThat(seen.first()).isInViewport();
        assertThat(window.place()).isGreaterThan(500);
        window.log().evaluate("one => { one.scrollTop = 10; }");

        assertThat(window.messages()).hasCount(120);
        assertThat(window.panel().locator(".older")).isHidden();
    }

    @Test
    void whatIsNewIsMarkedAndReadWhenItIsSeen() {
        chat.withMany(60).read("floor", 20);
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "");
        var window = new ChatWindow(page);
        assertThat(window.button()).hasAttribute("aria-label", "Chat, 40 unread");
        assertThat(window.button().locator("b")).hasText("40");

        window.button().click();
        assertThat(window.panel().locator(".mark + .message")).hasText(Pattern.compile("Message 21$"));
        assertThat(window.panel().locator(".mark")).isInViewport();
        assertThat(chat.writes("PUT floor/read")).isEmpty();
        window.newer().click();

        assertThat(window.button()).hasAttribute("aria-label", "Chat");
        Chromium.eventually(
                () -> assertThat(chat.writes("PUT floor/read")).containsExactly("PUT floor/read {\"seq\":60}"));
        window.write("I have read it");
        assertThat(window.panel().locator(".mark")).hasCount(0);
    }

    @Test
    void readElsewhereIsReadInAllTabs() {
        chat.withMany(3).read("floor", 1);
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "");
        chat.server.awaitStreamOf("room", "read-mark", "mention");
        var window = new ChatWindow(page);
        assertThat(window.button().locator("b")).hasText("2");

        room("floor", 9);
        room("XOM", 7);
        assertThat(window.button().locator("b")).hasText("8");
        chat.publish("read-mark", ScriptedServer.parse("{\"room\":\"floor\",\"seq\":9}"));

        assertThat(window.button().locator("b")).isHidden();
        room("floor", 10);
        assertThat(window.button().locator("b")).hasText("1");
    }

    private void room(String room, int last) {
        chat.publish("room", ScriptedServer.parse("""
                {"room":"%s","last":%s,"time":"%s"}""".formatted(room, last, ScriptedChat.NOW)));
    }

    @Test
    void howFarIsReadIsToldNowAndThenAndWhenTheRoomIsLeft() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Chromium.stopClock(window.page());
        hear(window, "Message 1");
        awaitMarks(1);

        for (int at = 2; at <= 4; at++) {
            hear(window, "Message " + at);
        }
        assertThat(chat.writes("PUT floor/read")).hasSize(1);
        window.page().clock().runFor(4000);
        awaitMarks(1, 4);
        hear(window, "Message 5");
        assertThat(chat.writes("PUT floor/read")).hasSize(2);
        window.panel().locator(".close").click();

        awaitMarks(1, 4, 5);
    }

    @Test
    void whatWasReadIsToldWhenThePageIsHidden() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Chromium.stopClock(window.page());
        hear(window, "Message 1");
        awaitMarks(1);
        hear(window, "Message 2");

        window.page().evaluate("""
                () => {
                  Object.defineProperty(document, 'hidden', { value: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");

        awaitMarks(1, 2);
    }

    /// Somebody says something, which the visitor has seen when this returns.
    private void hear(ChatWindow window, String text) {
        chat.say("Ben", text);
        Chromium.eventually(() -> {
            window.page().clock().runFor(Chromium.FRAME);
            assertThat(window.message(text).count()).isEqualTo(1);
        });
        window.page().clock().runFor(600);
    }

    /// Waits until the server was told so often, of these messages.
    private void awaitMarks(Integer... seqs) {
        List<String> wanted =
                Stream.of(seqs).map("PUT floor/read {\"seq\":%s}"::formatted).toList();
        Chromium.eventually(() -> assertThat(chat.writes("PUT floor/read")).isEqualTo(wanted));
    }

    @Test
    void whatHasBecomeOfOldMessagesIsSeenAfterAGapAsFarBackAsTheyAreShown() {
        chat.withMany(320).read("floor", 320);
        JsonObject old = chat.keep("floor", "Ben", "last-one", "The last one", ScriptedChat.NOW);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        for (int count = 100; count <= 300; count += 50) {
            window.log().evaluate("one => { one.scrollTop = 10; }");
            assertThat(window.messages()).hasCount(count);
        }
        JsonObject first = chat.message("floor", 23);
        assertThat(window.messages().first()).containsText("Message 22");

        chat.changeUnheard(first, "text", "Message 23, changed");
        chat.changeUnheard(old, "text", "The last one, changed");
        chat.server.send(ScriptedEvents.gap("chat"));

        assertThat(window.messages().nth(1)).containsText("Message 23, changed");
        assertThat(window.messages().last()).containsText("The last one, changed");
        assertThat(window.messages()).hasCount(300);
    }

    @Test
    void daysAreParted() {
        chat.keep("floor", "Ben", "some-id-1", "Last week", ScriptedChat.NOW.minus(Duration.ofDays(6)));
        chat.keep("floor", "Ben", "some-id-2", "Yesterday's", ScriptedChat.NOW.minus(Duration.ofDays(1)));
        chat.keep("floor", "Ben", "some-id-3", "Today's", ScriptedChat.NOW);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(options -> options.setTimezoneId("UTC")), chat);

        assertThat(window.panel().locator(".day")).hasText(new String[] {"Monday, November 16", "Yesterday", "Today"});
        window.page().context().close();
        ChatWindow chinese = ChatWindow.open(
                CHROMIUM.page(options -> options.setLocale("zh-CN").setTimezoneId("UTC")), chat);
        assertThat(chinese.panel().locator(".day")).hasText(new String[] {"11月16日星期一", "昨天", "今天"});
    }

    @Test
    void whatTheStreamLosesIsFetchedAndChangesOfOthersAreSeen() {
        var first = chat.keep("floor", "Ben", "some-id-1", "First", ScriptedChat.NOW);
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        assertThat(window.messages()).hasCount(1);

        chat.keep("floor", "Ben", "some-id-2", "Not on the stream", ScriptedChat.NOW);
        chat.say("Ben", "Behind it");
        assertThat(window.messages()).hasCount(3);
        chat.keep("floor", "Ben", "some-id-4", "In a gap", ScriptedChat.NOW);
        chat.server.send(ScriptedEvents.gap("chat"));
        assertThat(window.messages()).hasCount(4);
        first.addProperty("edited", ScriptedChat.NOW.toString());
        chat.change(first, "text", "First, changed");

        assertThat(window.messages().first()).hasText(Pattern.compile("First, changed \\(edited\\)"));
    }

    @Test
    void listenersHearWhatOthersWriteAndNotAllOfAFlood() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Locator heard = window.page().locator(".announcements .sentences p");
        assertThat(window.log()).hasAttribute("aria-live", "off");

        chat.say("Ben", "Hello");
        assertThat(heard.last()).hasText("Ben: Hello");
        for (int at = 0; at < 5; at++) {
            chat.say("Cleo", "Number " + at);
        }

        assertThat(heard.last()).hasText("5 new messages in chat");
    }
}
