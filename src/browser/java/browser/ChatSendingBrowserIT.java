package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent to the chat is sent once, and what can't be sent is not lost.
class ChatSendingBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void whatTheServerCannotTakeIsWrittenAnew() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.refuse(400, "a message has up to 30 lines, not 31");
        window.write("Far too much");
        assertThat(window.message("Far too much").locator(".failure span"))
                .hasText("Not sent. That is 31 lines; a message has at most 30.");
        window.field().fill("A draft");
        chat.refuse(0, "");

        window.message("Far too much").getByText("Edit").click();

        assertThat(window.messages()).hasCount(0);
        assertThat(window.field()).hasValue("Far too much\nA draft");
        assertThat(window.field()).isFocused();
        window.page().reload();
        assertThat(window.field()).hasValue("Far too much\nA draft");
    }

    @Test
    void whatWasRefusedIsNotSentAgainByAReload() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.refuse(422, "you have just said that");
        window.write("Once more");
        assertThat(window.message("Once more").locator(".failure")).containsText("You have just said that.");
        chat.refuse(0, "");

        window.page().reload();

        assertThat(window.message("Once more").locator(".failure")).containsText("You have just said that.");
        window.write("Another");
        assertThat(window.message("Another")).hasAttribute("data-state", "sent");
        assertThat(chat.writes("POST")).hasSize(2);
        window.message("Once more").locator(".failure button").first().click();
        assertThat(window.message("Once more")).hasAttribute("data-state", "sent");
        assertThat(chat.writes("POST").getLast()).isEqualTo(chat.writes("POST").getFirst());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, No answer from the server.
            502, No answer from the server.
            503, The server is busy.
            504, No answer from the server.""")
    void nothingOvertakesAMessageWithoutAnAnswer(int status, String problem) {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Page page = window.page();
        List<Route> held = new ArrayList<>();
        page.route("**/api/chat/floor", route -> Chromium.holdFirst(held, route));
        window.write("First");
        window.write("Second");
        page.waitForCondition(() -> !held.isEmpty());

        if (status == 0) {
            held.getFirst().abort();
        } else {
            held.getFirst().fulfill(new Route.FulfillOptions().setStatus(status));
        }
        for (String text : List.of("First", "Second")) {
            assertThat(window.message(text).locator(".failure")).containsText(problem);
        }
        assertThat(chat.writes("POST")).isEmpty();
        window.write("Third");

        assertThat(window.message("Third")).hasAttribute("data-state", "sent");
        assertThat(textsOfPosts()).containsExactly("First", "Second", "Third");
    }

    @Test
    void whatACutHeldBackIsNoFloodAndIsSentAsFastAsTheServerAllows() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Page page = window.page();
        Chromium.stopClock(page);
        List<Route> held = new ArrayList<>();
        page.route("**/api/chat/floor", route -> Chromium.holdFirst(held, route));
        for (String text : List.of("First", "Second", "Third")) {
            window.write(text);
        }
        page.waitForCondition(() -> !held.isEmpty());
        held.getFirst().abort();
        Chromium.eventually(() -> {
            page.clock().runFor(Chromium.FRAME);
            assertThat(window.panel().locator(".failure").count()).isEqualTo(3);
        });

        chat.refuse(429, "you write too much");
        page.evaluate("dispatchEvent(new Event('online'))");
        Chromium.eventually(() -> {
            page.clock().runFor(Chromium.FRAME);
            assertThat(window.panel()
                            .locator(".message[data-state=sending] .state button")
                            .count())
                    .isEqualTo(3);
        });
        window.message("Second").getByText("Discard").click();
        chat.refuse(0, "");
        page.clock().runFor(5_000);
        assertThat(textsOfPosts()).containsExactly("First");

        Chromium.eventually(() -> {
            page.clock().runFor(1_000);
            assertThat(textsOfPosts()).containsExactly("First", "First", "Third");
        });
    }

    private List<String> textsOfPosts() {
        return chat.writes("POST").stream()
                .map(write -> write.replaceFirst(".*\"text\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    @Test
    void whoseAccountIsGoneHasNoNameAndBreaksNothing() {
        chat.keep("floor", "Ben", "some-old-id", "Long gone", ScriptedChat.NOW)
                .getAsJsonObject("author")
                .remove("name");
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);

        assertThat(window.message("Long gone").locator(".head strong")).hasText("Former member");
        window.field().pressSequentially("Hi @be");
        assertThat(window.completion()).hasCount(0);
        window.field().press("Enter");
        assertThat(window.message("Hi @be")).hasAttribute("data-state", "sent");
    }

    @Test
    void aTwiceClickedButtonAndAKeyThatIsHeldSendOneMessage() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        window.field().fill("Once");
        window.panel().locator(".send").dblclick();
        assertThat(window.message("Once")).hasAttribute("data-state", "sent");
        window.field().fill("Only once");
        window.page().keyboard().down("Enter");
        window.page().keyboard().down("Enter");
        window.page().keyboard().up("Enter");

        assertThat(window.message("Only once")).hasAttribute("data-state", "sent");
        assertThat(chat.writes("POST")).hasSize(2);
    }

    @Test
    void whoHasAnotherNameThanBeforeIsKnownByItsMessages() {
        name(chat.keep("floor", "Ann", "own-id-1", "Under another name", ScriptedChat.NOW), "Annie");
        name(chat.keep("floor", "Ben", "ben-id-1", "Somebody else's", ScriptedChat.NOW), "Ann");
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        assertThat(window.messages()).hasCount(2);
        assertThat(window.message("Under another name").locator(".more")).hasCount(1);
        assertThat(window.message("Somebody else's").locator(".more")).hasCount(0);

        window.write("Under the new one");

        assertThat(window.message("Under the new one").locator(".more")).hasCount(1);
        assertThat(window.message("Under another name").locator(".more")).hasCount(1);
    }

    private static void name(JsonObject message, String name) {
        message.getAsJsonObject("author").addProperty("name", name);
    }

    @Test
    void twoTabsOfOneVisitorShowEachMessageOnce() {
        ChatWindow first = ChatWindow.open(CHROMIUM.page(), chat);
        ChatWindow second = ChatWindow.open(first.page().context().newPage(), chat);

        first.write("From the first");
        second.write("From the second");

        for (ChatWindow window : List.of(first, second)) {
            assertThat(window.messages()).hasCount(2);
            assertThat(window.message("From the first")).hasAttribute("data-state", "sent");
            assertThat(window.message("From the second")).hasAttribute("data-own", "");
        }
        first.field().fill("A draft of the first");
        second.write("Once more");
        assertThat(first.field()).hasValue("A draft of the first");
        first.page().reload();
        assertThat(first.field()).hasValue("A draft of the first");
    }
}
