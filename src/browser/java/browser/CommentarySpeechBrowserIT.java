package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What screen readers hear of texts that grow.
class CommentarySpeechBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), "");

    private final ScriptedCommentary commentary = new ScriptedCommentary(server);

    @Test
    void eachSentenceIsHeardOnceAndOneTextAfterTheOther() {
        commentary.quote("AAPL", 1, "30");
        commentary.begin("old", "AAPL", "quiet");
        commentary.write("old", "Nobody hears this.");
        commentary.end("old", "complete");
        Page page = CHROMIUM.page();
        page.addInitScript("""
                window.said = [];
                new MutationObserver((changes) => {
                  for (const { target, addedNodes } of changes) if (target.matches('[role=status] .sentences')) {
                    said.push(...[...addedNodes].map((one) => one.textContent));
                  }
                }).observe(document, { subtree: true, childList: true });""");
        Dashboard.open(page, server.uri(), "?view=market");
        assertThat(page.locator("article")).hasCount(1);

        commentary.begin("a", "AAPL", "move");
        commentary.write("a", "One se");
        commentary.begin("b", "XOM", "halt");
        commentary.write("b", "Another text. An");
        commentary.write("a", "ntence. A sec");
        assertSaid(page, "Commentary, Big move AAPL: One sentence.");
        commentary.cut();
        commentary.write("a", "ond");
        commentary.end("a", "failed");

        String[] sentences = {
            "Commentary, Big move AAPL: One sentence.",
            "A second Something went wrong: the text is not complete.",
            "Commentary, Halt XOM: Another text.",
            "And it ends."
        };
        assertSaid(page, sentences[0], sentences[1], sentences[2]);
        commentary.write("b", "d it ends.");
        commentary.end("b", "complete");
        assertSaid(page, sentences);
    }

    /// @param sentences all that was said in the page's polite region
    private static void assertSaid(Page page, String... sentences) {
        Chromium.eventually(() -> assertThat(page.evaluate("said")).isEqualTo(List.of(sentences)));
    }
}
