package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// The chat on a page, in the words of its tests.
record ChatWindow(Page page) {

    /// Opens a page whose chat has come, and whose stream brings what happens in a room.
    static ChatWindow open(Page page, ScriptedChat chat, String query) {
        Dashboard.open(page, chat.server.uri(), query);
        chat.server.awaitStreamOf("chat", "presence", "room", "read-mark", "mention");
        var window = new ChatWindow(page);
        assertThat(window.panel().locator(".log")).isVisible();
        page.waitForFunction("() => document.querySelector('chat-panel .none')?.textContent !== 'Loading…'");
        return window;
    }

    static ChatWindow open(Page page, ScriptedChat chat) {
        return open(page, chat, "?chat=floor");
    }

    Locator button() {
        return page.locator("chat-button button");
    }

    Locator panel() {
        return page.locator("chat-panel");
    }

    Locator log() {
        return panel().locator(".log");
    }

    Locator messages() {
        return panel().locator(".message");
    }

    Locator message(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator field() {
        return panel().locator("textarea");
    }

    Locator newer() {
        return panel().locator(".newer");
    }

    Locator completion() {
        return panel().locator("[role=option]");
    }

    void write(String text) {
        field().fill(text);
        field().press("Enter");
    }

    /// Chooses something in the menu of a message.
    void choose(Locator message, String what) {
        message.hover();
        message.locator(".more").click();
        page.locator("[role=menu]").getByText(what).click();
    }

    /// How far the list is scrolled.
    double place() {
        return ((Number) log().evaluate("one => one.scrollTop")).doubleValue();
    }

    void scrollTo(int place) {
        log().evaluate("(one, place) => { one.scrollTop = place; }", place);
        page.waitForFunction("place => document.querySelector('chat-panel .log').scrollTop >= place", place);
    }
}
