package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A text whose stream is cut again and again, in the midst of events, is word for word what was written: on the page,
/// and
/// for whoever follows it with nothing but the browser's `EventSource`.
class CommentaryCutsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int CUTS = Integer.getInteger("commentary.cuts", 60);
    private static final String[] PIECES = {
        "Apple ", "(AAPL) ", "rose, ", "苹果", "上涨。", "👍🏽", " é", "\\", "\" ", "12.5% ", "**", "- ", "a", "n", "d "
    };

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), "");

    private final ScriptedCommentary commentary = new ScriptedCommentary(server);

    @Test
    void textIsWholeCharacterForCharacterAndNeverAnotherInBetween() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        commentary.quote("AAPL", 1, "30");
        commentary.begin("a", "AAPL", "quiet");
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri(), "?symbol=AAPL");
        Locator text = page.locator("commentary-panel article .text");
        assertThat(text).isVisible();
        Page other = page.context().newPage();
        page.evaluate("""
                async () => {
                  const { texts } = await import('/commentary/text-store.js');
                  window.seen = new Set();
                  texts.addEventListener('change', () => seen.add(texts.of('commentary', '')[0]?.text));
                  window.stream = (await import('/core/stream.js')).stream;
                }""");
        var written = new StringBuilder();

        for (int cut = 0; cut < CUTS; cut++) {
            write(random, written);
            int streams = commentary.streams();
            commentary.cut();
            write(random, written);
            awaitStream(streams, page, "stream.retryNow()");
            if (cut == CUTS / 3) {
                Dashboard.open(other, server.uri(), "?view=market");
            }
            if (cut == CUTS / 2) {
                int before = commentary.streams();
                // With a private topic more it begins with a snapshot.
                page.evaluate("stream.identify('ann')");
                awaitStream(before, page, "undefined");
            }
        }
        commentary.end("a", "complete");

        for (Page tab : new Page[] {page, other}) {
            assertThat(tab.locator("article[data-state=complete]")).isVisible();
            Object whole = tab.evaluate(
                    "async () => (await import('/commentary/text-store.js')).texts.of('commentary', '')[0].text");
            assertThat(whole).as("seed %s", seed).isEqualTo(written.toString());
        }
        assertThat(page.evaluate(
                        "(all) => [...seen].filter((text) => !all.startsWith(text)).join('|')", written.toString()))
                .as("seed %s", seed)
                .isEqualTo("");
        // A line that begins so is an item of a list.
        assertThat(text.textContent().replaceAll("\\*", ""))
                .as("seed %s", seed)
                .isEqualTo(written.toString().replaceAll("(?m)^- |\\*", ""));
    }

    @Test
    void eventSourceOfTheBrowserNeedsNothingElse() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        commentary.begin("a", "AAPL", "quiet");
        Page page = CHROMIUM.page();
        page.navigate(server.uri() + "favicon.svg");
        page.evaluate("""
                () => {
                  window.text = '';
                  window.faults = [];
                  window.source = new EventSource('/api/stream?topic=commentary&language=en');
                  source.addEventListener('commentary', ({ data }) => {
                    const piece = JSON.parse(data);
                    if (piece.from > text.length) faults.push(piece.from);
                    text = text.slice(0, piece.from) + piece.text;
                    window.done = piece.done === true;
                  });
                }""");
        awaitStream(0, page, "undefined");
        var written = new StringBuilder();

        for (int cut = 0; cut < CUTS; cut++) {
            write(random, written);
            int streams = commentary.streams();
            commentary.cut();
            write(random, written);
            awaitStream(streams, page, "undefined");
        }
        commentary.end("a", "complete");

        page.waitForFunction("() => window.done");
        assertThat(page.evaluate("text")).as("seed %s", seed).isEqualTo(written.toString());
        assertThat(page.evaluate("faults.join()")).as("seed %s", seed).isEqualTo("");
    }

    /// @param streams how many there were before
    /// @param hurry what makes the page open one at once, if it waits
    private void awaitStream(int streams, Page page, String hurry) {
        Chromium.eventually(() -> {
            page.evaluate(hurry);
            assertThat(commentary.streams()).isGreaterThan(streams);
        });
    }

    private void write(Random random, StringBuilder written) {
        for (int count = random.nextInt(4); count > 0; count--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            commentary.write("a", piece);
            written.append(piece);
        }
    }
}
