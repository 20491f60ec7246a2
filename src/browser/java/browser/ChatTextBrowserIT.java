package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Symbols and people in messages are what they are for the server.
class ChatTextBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedChat chat = new ScriptedChat();

    @Test
    void everySymbolThatAMarketMayHaveIsALink() {
        chat.server.restartWith(
                ScriptedEvents.instruments("AAPL", "AT&T", "btc/usd", "BRK+", "^GSPC"), ScriptedChat.opening("e1", ""));
        chat.keep(
                "floor",
                "Ben",
                "some-id-1",
                "$at&t $BTC/USD, $BRK+. $^GSPC's ($aapl) $AAPL+x $BRK $AAPLX",
                ScriptedChat.NOW);

        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);

        assertThat(window.messages().locator("a"))
                .hasText(new String[] {"$AT&T", "$btc/usd", "$BRK+", "$^GSPC", "$AAPL", "$AAPL"});
        assertThat(window.messages().locator(".text"))
                .hasText("$AT&T $btc/usd, $BRK+. $^GSPC's ($AAPL) $AAPL+x $BRK $AAPLX");
    }

    @Test
    void inScriptsWithoutSpacesASignFollowsALetterAndAWordEndsWhereAnotherScriptBegins() {
        JsonObject message = chat.keep(
                "floor",
                "Ben",
                "some-id-1",
                "我买了$AAPL涨了 ซื้อ$msftแล้ว 你好@王小明 データー@Ann你好 x$AAPL x@Ann $AAPLx",
                ScriptedChat.NOW);
        message.add("mentions", JsonParser.parseString("[\"Ann\",\"王小明\"]"));

        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);

        assertThat(window.messages().locator("a")).hasText(new String[] {"$AAPL", "$MSFT"});
        assertThat(window.messages().locator("mark")).hasText(new String[] {"@王小明", "@Ann"});
    }

    @Test
    void namesAreMarkedHoweverTheyAreWritten() {
        JsonObject message = chat.keep(
                "floor",
                "Ben",
                "some-id-1",
                "＠Ann, @ＡＮＮ_b. and @Ann b, @Änn but not a@Ann /@Ann @Annabel",
                ScriptedChat.NOW);
        message.add("mentions", JsonParser.parseString("[\"Ann\",\"Ann B\"]"));

        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);

        assertThat(window.messages().locator("mark")).hasText(new String[] {"＠Ann", "@ＡＮＮ_b", "@Ann b", "@Änn"});
    }

    @Test
    void aFullWidthSignOffersPeopleAlsoAfterAChineseLetter() {
        ChatWindow window = ChatWindow.open(CHROMIUM.page(), chat);
        chat.presence("floor", 2, "[\"Ann\",\"Ben\"]", "[]");
        assertThat(window.panel().locator(".people summary")).hasText("2 here");

        window.field().pressSequentially("你好＠b");

        assertThat(window.completion()).hasText("Ben");
    }
}
