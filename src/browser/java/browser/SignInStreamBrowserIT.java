package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What several features ask for when somebody has signed in comes by one stream.
class SignInStreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// What each feature asks for that has something of one's own.
    private static final Map<String, List<String>> PRIVATE = Map.of(
            "alerts", List.of("alert", "alert-list"),
            "chat", List.of("room", "read-mark", "mention"),
            "trading", List.of("order", "portfolio"));

    private static String[] topics = {};

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), "");

    @BeforeAll
    static void readFeatures() throws IOException {
        topics = PageFeatures.optional().stream()
                .flatMap(feature -> PRIVATE.getOrDefault(feature, List.of()).stream())
                .toArray(String[]::new);
        assertThat(topics).isNotEmpty();
    }

    @Test
    void whoSignsInTakesOneMoreStream() {
        Page page = open();
        server.awaitStreamOf("quote");

        new AccountWindow(page).signIn("Ann", AccountWindow.PASSWORD);

        server.awaitStreamOf(topics);
        assertThat(server.queries()).hasSize(2);
    }

    @Test
    void whoHasSignedInBeforeTakesOneMoreThanThatOfTheFirstPrices() {
        Page page = open();
        new AccountWindow(page).signIn("Ann", AccountWindow.PASSWORD);
        server.awaitStreamOf(topics);
        int before = server.queries().size();

        page.reload();

        Chromium.eventually(() -> assertThat(server.queries()).hasSizeGreaterThan(before + 1));
        assertThat(server.queries().getLast()).contains(topics);
        assertThat(server.queries()).hasSize(before + 2);
    }

    /// A page of nobody in particular, of a server that has all of these.
    private Page open() {
        String ann = ScriptedServer.ANN.replace("\"ann\"", "\"Ann\"");
        String nobody = "{\"signedIn\":false,\"signUp\":true,\"atProvider\":false}";
        server.serve("/api/session", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().add("Set-Cookie", "ann=yes");
                ScriptedServer.answer(exchange, 200, ann);
            } else {
                boolean known = exchange.getRequestHeaders().containsKey("Cookie");
                ScriptedServer.answer(exchange, 200, known ? ann : nobody);
            }
        });
        server.serve("/api/alerts", 200, "[]");
        server.serve("/api/orders", 200, "[]");
        server.serve("/api/chat/rooms", 200, "[]");
        server.serve("/api/chat/mentions", 200, "[]");
        String prices = ScriptedEvents.pricesOfFour().replaceFirst("(?s).*?\n\n", "");
        server.restartWith(
                ScriptedEvents.fourShares(), ScriptedEvents.helloWithTopics("e1", ScriptedTopics.ALL) + prices);
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "");
        return page;
    }
}
