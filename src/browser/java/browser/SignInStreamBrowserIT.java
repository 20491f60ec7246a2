package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What several features ask for when somebody has signed in comes by one stream.
class SignInStreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String[] PRIVATE = {"alert", "alert-list", "room", "read-mark", "mention", "order", "portfolio"
    };

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void whoSignsInTakesOneMoreStream() {
        Page page = open();
        chat.server.awaitStreamOf("quote");

        new AccountWindow(page).signIn("Ann", AccountWindow.PASSWORD);

        chat.server.awaitStreamOf(PRIVATE);
        assertThat(chat.server.queries()).hasSize(2);
    }

    @Test
    void whoHasSignedInBeforeTakesOneMoreThanThatOfTheFirstPrices() {
        Page page = open();
        new AccountWindow(page).signIn("Ann", AccountWindow.PASSWORD);
        chat.server.awaitStreamOf(PRIVATE);
        int before = chat.server.queries().size();

        page.reload();

        Chromium.eventually(() -> assertThat(chat.server.queries()).hasSizeGreaterThan(before + 1));
        assertThat(chat.server.queries().getLast()).contains("portfolio", "mention", "alert");
        assertThat(chat.server.queries()).hasSize(before + 2);
    }

    /// A page of nobody in particular, of a server that has alerts, a chat and trading.
    private Page open() {
        String ann = ScriptedServer.ANN.replace("\"ann\"", "\"Ann\"");
        String nobody = "{\"signedIn\":false,\"signUp\":true,\"atProvider\":false}";
        chat.server.serve("/api/session", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().add("Set-Cookie", "ann=yes");
                ScriptedServer.answer(exchange, 200, ann);
            } else {
                boolean known = exchange.getRequestHeaders().containsKey("Cookie");
                ScriptedServer.answer(exchange, 200, known ? ann : nobody);
            }
        });
        chat.server.serve("/api/alerts", 200, "[]");
        chat.server.serve("/api/orders", 200, "[]");
        chat.server.restartWith(
                ScriptedEvents.fourShares(), ScriptedChat.opening("e1", "").replaceFirst("\"topics\":\\[", """
                        "topics":[{"name":"alert","kind":"every","audience":"owner"},\
                        {"name":"alert-list","kind":"latest","audience":"owner"},\
                        {"name":"order","kind":"latest","key":"orderId","audience":"owner"},\
                        {"name":"portfolio","kind":"latest","audience":"owner"},"""));
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, chat.server.uri(), "");
        return page;
    }
}
