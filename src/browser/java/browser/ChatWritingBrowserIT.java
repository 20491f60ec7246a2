package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The field of the chat: keys, input methods, drafts, and what it completes.
class ChatWritingBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void enterThatChoosesForAnInputMethodSendsNothing() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(options -> options.setLocale("zh-CN")), chat);
        Page page = window.page();
        CDPSession browser = page.context().newCDPSession(page);
        window.field().focus();
        page.evaluate("() => { window.ended = 0; addEventListener('compositionend', () => window.ended++); }");

        browser.send("Input.imeSetComposition", composing("ni hao"));
        assertThat(window.field()).hasValue("ni hao");
        browser.send("Input.dispatchKeyEvent", enter(13));
        browser.send("Input.insertText", text("你好"));
        page.waitForFunction("window.ended === 1");
        // Safari ends the composition before the key that ended it.
        browser.send("Input.dispatchKeyEvent", enter(229));
        assertThat(window.field()).hasValue("你好");
        assertThat(window.messages()).hasCount(0);
        window.field().press("Enter");

        assertThat(window.message("你好")).hasAttribute("data-state", "sent");
        assertThat(chat.writes("POST")).hasSize(1);
    }

    private static JsonObject composing(String text) {
        JsonObject parameters = text(text);
        parameters.addProperty("selectionStart", text.length());
        parameters.addProperty("selectionEnd", text.length());
        return parameters;
    }

    private static JsonObject text(String text) {
        var parameters = new JsonObject();
        parameters.addProperty("text", text);
        return parameters;
    }

    private static JsonObject enter(int code) {
        var parameters = new JsonObject();
        parameters.addProperty("type", "rawKeyDown");
        parameters.addProperty("key", "Enter");
        parameters.addProperty("windowsVirtualKeyCode", code);
        return parameters;
    }

    @Test
    void enterSendsAndShiftEnterBreaksTheLineAndTheFieldGrows() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        window.field().press("Enter");
        double low = window.field().boundingBox().height;

        window.field().pressSequentially("One");
        window.field().press("Shift+Enter");
        window.field().pressSequentially("Two");
        assertThat(window.field().boundingBox().height).isGreaterThan(low);
        window.field().press("Enter");

        assertThat(window.messages().locator(".text")).hasText("One\nTwo");
        assertThat(chat.writes("POST")).singleElement().asString().contains("One\\nTwo");
        assertThat(window.field().boundingBox().height).isEqualTo(low);
    }

    @Test
    void charactersAreCountedAsPeopleCountThemNearTheLimit() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        window.field().fill("a".repeat(449));
        assertThat(window.panel().locator(".count")).isHidden();
        window.field().fill("👨‍👩‍👧‍👦".repeat(460));
        assertThat(window.panel().locator(".count")).hasText("460 of 500 characters");
        window.field().press("Enter");
        assertThat(window.messages()).hasCount(1);

        window.field().fill("é".repeat(501));
        assertThat(window.panel().locator(".count")).hasText("501 of 500 characters");
        assertThat(window.panel().locator(".send")).hasAttribute("aria-disabled", "true");
        window.field().press("Enter");

        assertThat(window.messages()).hasCount(1);
        assertThat(window.field()).not().hasValue("");
    }

    @Test
    void howLongAMessageMayBeIsWhatTheServerSays() {
        chat.longest = 20;
        ChatWindow window = ChatWindow.open(CHROMIUM.page(options -> options.setLocale("zh-CN")), chat);
        window.field().fill("早".repeat(9));
        assertThat(window.panel().locator(".count")).isHidden();
        window.field().fill("早".repeat(21));

        assertThat(window.panel().locator(".count")).hasText("21/20 字");
        window.field().press("Enter");

        assertThat(window.messages()).hasCount(0);
        window.field().fill("早".repeat(20));
        window.field().press("Enter");
        assertThat(window.messages()).hasCount(1);
    }

    @Test
    void lettersInTheFieldAreTextAndNoKeysOfThePage() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat, "?symbol=AAPL&chat=floor");
        window.field().focus();

        for (String key : new String[] {"Alt+b", "Alt+s", "Alt+c", "Alt+t", "b", "s", "/", "?"}) {
            window.field().press(key);
        }

        assertThat(window.field()).hasValue("bs/?");
        assertThat(window.field()).isFocused();
        assertThat(window.page()).hasURL(Pattern.compile("\\?symbol=AAPL&chat=floor$"));
        assertThat(window.page().locator("dialog, .ticket")).hasCount(0);
    }

    @Test
    void othersAreToldOfTypingNoMoreOftenThanTheyNeedIt() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Chromium.stopClock(window.page());

        for (int second = 0; second < 10; second++) {
            window.field().pressSequentially("a");
            window.page().clock().runFor(1000);
        }
        Chromium.eventually(() -> assertThat(chat.writes("PUT floor/typing")).hasSize(3));
        for (int again = 0; again < 5; again++) {
            window.field().fill("");
            window.field().fill("b");
        }
        window.write("Said");
        Chromium.eventually(() -> {
            window.page().clock().runFor(Chromium.FRAME);
            assertThat(window.message("Said").count()).isEqualTo(1);
        });
        window.field().fill("c");
        assertThat(chat.writes("PUT floor/typing")).hasSize(3);
        assertThat(chat.writes("DELETE floor/typing")).hasSize(1);

        window.page().clock().runFor(4000);
        window.field().fill("cd");

        Chromium.eventually(() -> assertThat(chat.writes("PUT floor/typing")).hasSize(4));
    }

    @Test
    void draftIsKeptForEachRoomAndEachVisitor() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat, "?symbol=AAPL&chat=floor");
        window.field().fill("For the floor");
        window.panel().locator("nav a").last().click();
        assertThat(window.field()).hasValue("");
        window.field().fill("For Apple");

        window.page().reload();
        assertThat(window.field()).hasValue("For Apple");
        window.panel().locator("nav a").first().click();
        assertThat(window.field()).hasValue("For the floor");
        window.field().press("Enter");
        window.page().reload();
        assertThat(window.field()).hasValue("");
        window.panel().locator("nav a").last().click();
        assertThat(window.field()).hasValue("For Apple");
        chat.server.serve("/api/session", 200, ScriptedServer.ANN.replace("\"ann\"", "\"Zoe\""));
        window.page().reload();

        assertThat(window.field()).hasValue("");
    }

    @Test
    void enterSendsAWholeNameThoughAnotherBeginsWithIt() {
        chat.server.restartWith(
                ScriptedEvents.listing("A, Agilent, Health", "AAPL, Apple, Technology"),
                ScriptedChat.opening("e1", ""));
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.presence("floor", 4, "[\"Ann\",\"Bär\",\"Bärbel\",\"Annabel\"]", "[]");
        assertThat(window.panel().locator(".people summary")).hasText("4 here");

        for (String text : List.of("thanks @bär", "thanks @Ann", "buy $a", "buy $A.")) {
            window.field().pressSequentially(text);
            window.field().press("Enter");
            Chromium.eventually(() ->
                    assertThat(chat.writes("POST")).last().asString().contains("\"text\":\"%s\"".formatted(text)));
            assertThat(window.field()).hasValue("");
            assertThat(window.completion().first()).isHidden();
        }
        window.field().pressSequentially("thanks @Bär");
        assertThat(window.completion()).hasText(new String[] {"Bärbel"});
        assertThat(window.completion()).hasAttribute("aria-selected", "false");
        window.field().press("ArrowDown");
        window.field().press("Enter");

        assertThat(window.field()).hasValue("thanks @Bärbel ");
    }

    @Test
    void peopleAndSymbolsAreCompletedByTheKeyboardAndTheMouse() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.presence("floor", 3, "[\"Ann\",\"Ben\",\"Bertha\"]", "[]");
        assertThat(window.panel().locator(".people summary")).hasText("3 here");

        window.field().pressSequentially("Hi @be");
        assertThat(window.completion()).hasText(new String[] {"Ben", "Bertha"});
        window.field().press("ArrowDown");
        assertThat(window.completion().last()).hasAttribute("aria-selected", "true");
        assertThat(window.field()).hasAttribute("aria-activedescendant", (String)
                window.completion().last().evaluate("one => one.id"));
        window.field().press("Enter");
        assertThat(window.field()).hasValue("Hi @Bertha ");
        assertThat(window.messages()).hasCount(0);
        window.field().pressSequentially("and $micro");
        assertThat(window.completion()).hasText(Pattern.compile("MSFT ?Microsoft"));
        window.completion().click();
        assertThat(window.field()).hasValue("Hi @Bertha and $MSFT ");
        assertThat(window.field()).isFocused();
        window.field().pressSequentially("@");
        assertThat(window.completion()).hasCount(2);
        window.field().press("Escape");
        assertThat(window.completion().first()).isHidden();
        assertThat(window.panel()).isVisible();
        window.field().press("Enter");

        assertThat(window.messages()).hasCount(1);
    }
}
