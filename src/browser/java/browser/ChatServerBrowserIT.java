package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people talk by a real server, one in English and one in Chinese.
class ChatServerBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "10",
                "STREAM_HEARTBEAT", "PT2S",
                "STREAM_RETRY", "PT0.5S",
                "CHAT_RATE", "100",
                "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "6000"));
    }

    @Test
    void twoPeopleTalkThroughCutsAndARestartAndNothingIsLostOrDoubled() {
        String annsName = AccountWindow.newName();
        String bensName = AccountWindow.newName();
        ChatWindow ann = open(annsName, options -> {});
        ChatWindow ben = open(bensName, options -> options.setLocale("zh-CN"));

        ann.write("Good morning, look at $AAPL");
        assertThat(ben.message("Good morning").locator("a")).hasText("$AAPL");
        assertThat(ben.message("Good morning").locator(".head strong")).hasText(annsName);
        ben.write("早上好 @" + annsName);
        assertThat(ann.message("早上好").locator("mark")).hasText("@" + annsName);
        assertThat(ann.panel().locator(".people summary")).hasText("2 here");
        assertThat(ben.panel().locator(".people summary")).hasText("2 人在线");

        ann.page().context().setOffline(true);
        ann.write("In a tunnel");
        assertThat(ann.message("In a tunnel").locator(".failure")).isVisible();
        ben.write("你还在吗？");
        ann.page().context().setOffline(false);
        assertThat(ben.message("In a tunnel")).hasAttribute("data-state", "sent");
        assertThat(ann.message("你还在吗")).hasAttribute("data-state", "sent");

        server.kill();
        ann.write("While it was away");
        server.startAgain();
        new Dashboard(ann.page()).retryNow();
        new Dashboard(ben.page()).retryNow();

        assertThat(ben.message("While it was away")).hasAttribute("data-state", "sent");
        ben.write("又回来了");
        assertThat(ann.message("又回来了")).hasAttribute("data-state", "sent");
        List<String> all = List.of("Good morning", "早上好", "In a tunnel", "你还在吗", "While it was away", "又回来了");
        for (ChatWindow window : List.of(ann, ben)) {
            assertThat(window.messages()).hasCount(all.size());
            all.forEach(text -> assertThat(window.message(text)).hasCount(1));
            window.page().reload();
            assertThat(window.messages()).hasCount(all.size());
            Stream.of("Good morning", "又回来了")
                    .forEach(text -> assertThat(window.message(text)).hasCount(1));
        }
    }

    @Test
    void mentionIsUnreadUntilItsRoomIsOpened() {
        String name = AccountWindow.newName();
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "");
        new AccountWindow(page).signUp(name);
        Locator bell = page.locator("bell-button button");
        assertThat(bell).hasAttribute("aria-label", "Alerts · Mentions");
        String symbol = page.locator("tr[data-symbol]").first().getAttribute("data-symbol");
        ChatWindow other = open(AccountWindow.newName(), options -> {});
        other.page()
                .evaluate(
                        "async symbol => (await import('/core/route.js')).route.navigate({ symbol, chat: 'symbol' })",
                        symbol);
        assertThat(other.panel().locator("nav [aria-current]")).hasText(symbol);

        other.write("@" + name + " what do you say?");

        assertThat(bell).hasAttribute("aria-label", "Alerts · Mentions, 1 unread");
        assertThat(page.locator(".toast p")).hasText("@" + name + " what do you say?");
        bell.click();
        page.locator("[role=menu] button").last().click();
        assertThat(new ChatWindow(page).message("what do you say")).hasAttribute("data-mentions-you", "");
        page.bringToFront();
        assertThat(bell).hasAttribute("aria-label", "Alerts · Mentions");
    }

    @Test
    void whatIsReadOnOneDeviceIsReadOnTheOtherAndWhatComesThenCountsOnBoth() {
        String name = AccountWindow.newName();
        ChatWindow phone = open(name, options -> {});
        phone.field().press("Escape");
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "");
        new AccountWindow(page).signIn(name, AccountWindow.PASSWORD);
        var desktop = new ChatWindow(page);
        ChatWindow ben = open(AccountWindow.newName(), options -> {});
        ben.write("The first of " + name);
        for (ChatWindow device : List.of(phone, desktop)) {
            assertThat(device.button().locator("b")).hasText(Pattern.compile("[1-9]"));
        }

        phone.button().click();
        assertThat(phone.message("The first of " + name)).isVisible();
        phone.log().evaluate("one => { one.scrollTop = one.scrollHeight; }");

        assertThat(desktop.button()).hasAttribute("aria-label", "Chat");
        assertThat(phone.button()).hasAttribute("aria-label", "Chat");
        phone.field().press("Escape");
        assertThat(phone.panel()).isHidden();
        ben.write("The second of " + name);
        for (ChatWindow device : List.of(phone, desktop)) {
            assertThat(device.button()).hasAttribute("aria-label", "Chat, 1 unread");
        }
    }

    private static ChatWindow open(String name, Consumer<NewContextOptions> options) {
        Page page = CHROMIUM.page(options);
        Dashboard.open(page, server.uri(), "?chat=floor");
        new AccountWindow(page).signUp(name);
        var window = new ChatWindow(page);
        assertThat(window.field()).isVisible();
        return window;
    }
}
