package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// People talk: what becomes of a message, and what others see of it.
class ChatBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void messageIsThereAtOnceAndConfirmedOnce() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        CountDownLatch held = chat.hold();

        window.write("Good morning");
        assertThat(window.message("Good morning")).hasAttribute("data-state", "sending");
        assertThat(window.field()).hasValue("");
        held.countDown();

        assertThat(window.message("Good morning")).hasAttribute("data-state", "sent");
        assertThat(window.messages()).hasCount(1);
        assertThat(chat.writes("POST floor")).hasSize(1);
    }

    @Test
    void messageThatWasRefusedSaysWhyAndIsTriedAgainWithTheSameId() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.refuse(429, "you write too much");

        window.write("Too fast");
        Locator message = window.message("Too fast");
        assertThat(message.locator(".failure span")).hasText("Not sent. That was too fast. Try again in 7 seconds.");
        chat.refuse(0, "");
        message.getByText("Try again", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(message).hasAttribute("data-state", "sent");
        List<String> sent = chat.writes("POST floor");
        assertThat(sent).hasSize(2).allMatch(sent.getFirst()::equals);
        chat.refuse(422, "you have just said that");
        window.write("Again");
        assertThat(window.message("Again").locator(".failure")).containsText("You have just said that.");
        window.message("Again").getByText("Discard").click();
        assertThat(window.messages()).hasCount(1);
    }

    @Test
    void whatACutHeldBackIsSentWhenTheStreamIsBackAlsoAfterAReload() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        Page page = window.page();
        page.route("**/api/chat/floor", route -> {
            if (route.request().method().equals("POST")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        window.write("In the tunnel");
        assertThat(window.message("In the tunnel").locator(".failure")).containsText("No answer from the server.");
        chat.server.answerStreamsWith(503);
        chat.server.endStreams();
        assertThat(window.panel().locator(".status")).hasText("Connection lost. New messages appear when it is back.");

        page.unroute("**/api/chat/floor");
        chat.server.answerStreamsWith(200);
        new Dashboard(page).retryNow();
        assertThat(window.message("In the tunnel")).hasAttribute("data-state", "sent");
        assertThat(window.panel().locator(".status")).isHidden();
        CountDownLatch held = chat.hold();
        window.write("And a reload");
        assertThat(window.message("And a reload")).hasAttribute("data-state", "sending");
        page.reload();
        held.countDown();

        assertThat(window.message("And a reload")).hasAttribute("data-state", "sent");
        assertThat(window.messages()).hasCount(2);
    }

    @Test
    void messageIsTextWithSymbolsAndPeopleAndNothingElse() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        String evil =
                "<img src=x onerror=alert(1)> &amp; javascript:alert(1) [a](b) **c** $aapl, $NOPE x$XOM @Ann's @Annabel";

        chat.say("<b>Eve</b>", evil);

        Locator message = window.messages().first();
        assertThat(message.locator(".text"))
                .hasText("<img src=x onerror=alert(1)> &amp; javascript:alert(1) [a](b) **c** $AAPL, $NOPE x$XOM @Ann's"
                        + " @Annabel");
        assertThat(message.locator(".head strong")).hasText("<b>Eve</b>");
        assertThat(message.locator("img, b")).hasCount(0);
        assertThat(message.locator("a")).hasText("$AAPL");
        assertThat(message.locator("a")).hasAttribute("data-price", "30.00");
        assertThat(message.locator("mark")).hasText("@Ann");
        assertThat(message).hasAttribute("data-mentions-you", "");
        chat.server.send(ScriptedEvents.quote("e1-9999", "AAPL", 2, "31.5"));
        assertThat(message.locator("a")).hasAttribute("data-price", "31.50");
        message.locator("a").click();
        assertThat(window.page()).hasURL(Pattern.compile("symbol=AAPL"));
        assertThat(window.panel()).isVisible();
    }

    @Test
    void ownMessageIsChangedWithTheArrowKeyAndDeletedAfterAQuestion() {
        chat.keep("floor", "Ann", "old-own-id", "Long ago", ScriptedChat.NOW.minus(Duration.ofMinutes(6)));
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        window.field().press("ArrowUp");
        assertThat(window.field()).hasValue("");
        window.write("A tpyo");
        assertThat(window.message("A tpyo")).hasAttribute("data-state", "sent");

        window.field().press("ArrowUp");
        assertThat(window.field()).hasValue("A tpyo");
        window.field().press("Escape");
        assertThat(window.field()).hasValue("");
        assertThat(window.panel()).isVisible();
        window.field().press("ArrowUp");
        window.write("A typo");
        assertThat(window.message("A typo")).containsText("(edited)");
        assertThat(chat.writes("PATCH")).containsExactly("PATCH floor/2 {\"text\":\"A typo\"}");

        window.choose(window.message("A typo"), "Delete…");
        window.page().locator("[role=menu]").getByText("Cancel").click();
        assertThat(chat.writes("DELETE floor/2")).isEmpty();
        window.choose(window.message("A typo"), "Delete…");
        window.page().locator("[role=menu]").getByText("Really delete").click();

        assertThat(window.messages().last().locator(".text")).hasText("Deleted.");
        window.message("Long ago").hover();
        window.message("Long ago").locator(".more").click();
        assertThat(window.page().locator("[role=menu] button")).hasText(new String[] {"Delete…"});
    }

    @Test
    void moderatorDeletesAndMutesAndOthersDoNot() {
        JsonObject message = chat.say("Ben", "Something rude");
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        assertThat(window.message("rude").locator(".more")).hasCount(0);

        chat.server.serve(
                "/api/session",
                200,
                ScriptedServer.ANN
                        .replace("\"ann\"", "\"Ann\"")
                        .replace("\"rights\":[]", "\"rights\":[\"moderator\"]"));
        window.page().reload();
        window.choose(window.message("rude"), "Mute Ben for an hour");
        assertThat(window.page().locator(".toast strong")).hasText("Ben is muted for an hour");
        assertThat(chat.writes("PUT muted")).containsExactly("PUT muted/a-Ben {\"duration\":\"PT1H\",\"reason\":\"chat\"}");
        window.page().locator(".toast .act").click();
        Chromium.eventually(() -> assertThat(chat.writes("DELETE muted")).hasSize(1));
        window.choose(window.message("rude"), "Delete…");
        window.page().locator("[role=menu]").getByText("Really delete").click();

        assertThat(window.messages().first()).hasText(Pattern.compile("Deleted by a moderator\\."));
        assertThat(message.has("text")).isFalse();
    }

    @Test
    void whoIsThereAndWhoWritesIsSaid() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.presence("floor", 5, "[\"Ann\",\"Ben\"]", "[\"Ann\",\"Ben\"]");
        assertThat(window.panel().locator(".typing")).hasText("Ben is typing…");

        window.panel().locator(".people summary").click();
        assertThat(window.panel().locator(".people li")).hasText(new String[] {"Ann (you)", "Ben", "and 3 more"});
        window.page().keyboard().press("Escape");
        assertThat(window.panel().locator(".people li").first()).isHidden();
        window.field().pressSequentially("Hm");
        Chromium.eventually(() -> assertThat(chat.writes("PUT floor/typing")).hasSize(1));
        window.field().fill("");
        Chromium.eventually(() -> assertThat(chat.writes("DELETE floor/typing")).hasSize(1));
        chat.presence("floor", 5, "[\"Ann\",\"Ben\"]", "[]");
        assertThat(window.panel().locator(".typing")).hasText("");
    }

    @Test
    void whoIsNobodyReadsAndIsAskedToSignInAndWhoSeesPricesLateReads() {
        chat.server.serve("/api/session", 200, "{\"signedIn\":false,\"signUp\":true}");
        chat.keep("floor", "Ben", "some-old-id", "Hello", ScriptedChat.NOW);
        Page page = CHROMIUM.page();
        Dashboard.open(page, chat.server.uri(), "?chat=floor");
        var window = new ChatWindow(page);
        assertThat(window.message("Hello")).isVisible();
        assertThat(window.field()).isHidden();
        window.panel().getByText("Sign in to write").click();
        assertThat(page.locator("dialog [name=username]")).isFocused();

        chat.server.serve("/api/session", 200, ScriptedServer.ANN);
        chat.server.restartWith(ScriptedEvents.fourShares(), ScriptedChat.opening("e1", "\"delayed\":\"PT15M\","));
        page.reload();
        assertThat(window.panel().locator(".late"))
                .hasText("Your prices are delayed, and so are the messages you see. You can read, but not write.");
        assertThat(window.field()).isHidden();
        assertThat(window.panel().getByText("Sign in to write")).isHidden();
    }

    @Test
    void buttonOpensAndClosesAndASymbolHasARoom() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "?symbol=AAPL");
        var window = new ChatWindow(page);
        window.button().click();
        assertThat(window.field()).isFocused();
        assertThat(window.button()).hasAttribute("aria-pressed", "true");

        window.panel()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("AAPL"))
                .click();
        assertThat(window.panel().locator("nav [aria-current]")).hasText("AAPL");
        assertThat(window.field()).hasAttribute("aria-label", "Message about AAPL");
        Chromium.eventually(() -> assertThat(chat.server.queries().getLast()).contains("room=AAPL"));
        window.write("Only about Apple");
        Chromium.eventually(() -> assertThat(chat.writes("POST AAPL")).hasSize(1));
        page.locator("tr[data-symbol=MSFT] a").first().click();
        assertThat(window.panel().locator("nav [aria-current]")).hasText("MSFT");
        window.field().press("Escape");
        assertThat(window.panel()).isHidden();
        assertThat(window.button()).isFocused();
        page.goBack();
        assertThat(window.panel()).isVisible();
    }
}
