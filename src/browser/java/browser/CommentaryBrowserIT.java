package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Texts that grow while they are read: how they are shown, said and kept.
class CommentaryBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), "");

    private final ScriptedCommentary commentary = new ScriptedCommentary(server);

    @BeforeEach
    void price() {
        commentary.quote("AAPL", 1, "30");
        commentary.quote("XOM", 1, "10");
    }

    @Test
    void textGrowsBesideTheChartAndInTheMarketWithACaretUntilItHasEnded() {
        commentary.begin("a", "AAPL", "move");
        commentary.write("a", "Apple rose");
        for (String view : List.of("?symbol=AAPL", "?view=market")) {
            Page page = open(view);
            assertThat(article(page)).hasAttribute("data-state", "growing");
            assertThat(body(page)).hasText("Apple rose");
            assertThat(caret(page)).isNotEqualTo("none");
            assertThat(article(page).locator(".about")).containsText("Big move");
        }
        Page page = open("?symbol=AAPL");
        commentary.write("a", " by 2.1%.");
        assertThat(body(page)).hasText("Apple rose by 2.1%.");

        page.reload();
        assertThat(body(page)).hasText("Apple rose by 2.1%.");
        commentary.write("a", " Volume was high.");
        assertThat(body(page)).hasText("Apple rose by 2.1%. Volume was high.");
        commentary.end("a", "complete");

        assertThat(article(page)).hasAttribute("data-state", "complete");
        assertThat(article(page).locator(".end")).hasText("");
        assertThat(caret(page)).isEqualTo("none");
    }

    @Test
    void textIsTextWithEmphasisListsAndSymbolsThatAreLinksWithLivePrices() {
        Page page = open("?symbol=AAPL");
        commentary.begin("a", "AAPL", "quiet");
        commentary.write("a", "<img src=x onerror=alert(1)> **Ener");

        assertThat(body(page).locator("strong")).hasText("Ener");
        assertThat(body(page)).hasText("<img src=x onerror=alert(1)> Ener");
        commentary.write("a", "gy** led: Exxon (XOM");
        assertThat(body(page).locator("a")).hasCount(0);
        commentary.write("a", "), A at 5 PM, and CVX.\n\nMost active:\n- one\n- **tw");
        assertThat(body(page).locator("li")).hasText(List.of("one", "tw").toArray(String[]::new));
        commentary.write("a", "o**\n\nThe end * is **near");
        commentary.end("a", "complete");

        assertThat(body(page).locator("p"))
                .hasText(List.of(
                                "<img src=x onerror=alert(1)> Energy led: Exxon (XOM), A at 5 PM, and CVX.",
                                "Most active:",
                                "The end * is **near")
                        .toArray(String[]::new));
        assertThat(body(page).locator("img")).hasCount(0);
        assertThat(body(page).locator("li strong")).hasText("two");
        assertThat(body(page).locator("a")).hasText(List.of("XOM", "CVX").toArray(String[]::new));
        Locator link = body(page).locator("a").first();
        assertThat(link).hasAttribute("data-price", "10.00");
        commentary.quote("XOM", 2, "11.5");
        assertThat(link).hasAttribute("data-price", "11.50");
        assertThat(link.evaluate("(link) => getComputedStyle(link, '::after').content")
                        .toString())
                .contains("11.50");
        link.click();
        assertThat(page).hasURL(server.uri() + "?symbol=XOM");
    }

    @Test
    void whatTheVisitorSelectsStaysSelectedWhileTheTextGrows() {
        Page page = open("?symbol=AAPL");
        commentary.begin("a", "AAPL", "quiet");
        commentary.write("a", "Exxon (XOM) fell. ");
        assertThat(body(page)).hasText("Exxon (XOM) fell.");
        body(page).locator("a").focus();
        page.evaluate("""
                () => getSelection().setBaseAndExtent(document.querySelector('.text p').firstChild, 0,
                  document.querySelector('.text p').lastChild, 6)""");

        commentary.write("a", "Apple rose.\n\nMore");
        commentary.write("a", " and more.");
        assertThat(body(page)).containsText("More and more.");

        assertThat(page.evaluate("String(getSelection())")).isEqualTo("Exxon (XOM) fell");
        assertThat(body(page).locator("a")).isFocused();
    }

    @Test
    void whoWantsLessMotionGetsWholeSentences() {
        Page page = open("?symbol=AAPL", options -> options.setReducedMotion(ReducedMotion.REDUCE));
        commentary.begin("a", "AAPL", "quiet");
        commentary.write("a", "It rose 2.5% at Apple Inc. (AAPL). Then it fe");
        assertThat(body(page)).hasText("It rose 2.5% at Apple Inc. (AAPL).");
        commentary.write("a", "ll. 苹果上涨。随后");

        assertThat(body(page)).hasText("It rose 2.5% at Apple Inc. (AAPL). Then it fell. 苹果上涨。");
        commentary.end("a", "complete");
        assertThat(body(page)).hasText("It rose 2.5% at Apple Inc. (AAPL). Then it fell. 苹果上涨。随后");
    }

    @Test
    void earlierTextsComeAPageAtATime() {
        commentary.begin("a", "AAPL", "quiet");
        commentary.write("a", "The newest.");
        commentary.end("a", "complete");
        commentary.keep("""
                [{"id":"a","symbol":"AAPL","language":"en","occasion":"quiet","text":"The newest.",\
                "time":"2026-11-22T09:30:00Z","ended":"2026-11-22T09:30:09Z","reason":"complete"},\
                {"id":"old-page","symbol":"AAPL","language":"en","occasion":"close","text":"Cut",\
                "time":"2026-11-19T09:30:00Z","ended":"2026-11-19T09:30:09Z","reason":"shutdown"}]""");
        Page page = open("?symbol=AAPL");
        assertThat(page.locator("article")).hasCount(1);
        Locator earlier = page.locator("commentary-panel .earlier").first();

        earlier.click();
        assertThat(page.locator("article")).hasCount(2);
        assertThat(page.locator("article").last()).containsText("Cut off: the server was shut down.");
        earlier.click();

        assertThat(page.locator("article")).hasCount(3);
        assertThat(earlier).isHidden();
        assertThat(commentary.requests())
                .containsExactly(
                        "GET /api/commentary?topic=commentary&limit=10&symbol=AAPL&language=en",
                        "GET /api/commentary?topic=commentary&limit=10&symbol=AAPL&language=en&before=then");
    }

    @Test
    void textOfALanguageModelSaysSo() {
        commentary.begin("a", "AAPL", "quiet");
        Page page = open("?symbol=AAPL");
        assertThat(article(page)).isVisible();
        assertThat(page.locator("commentary-panel .author")).hasCount(0);

        commentary.begin("commentary", "b", "en", "AAPL", "\"occasion\":\"move\",\"author\":\"model small:1b\"");
        commentary.write("b", "Apple rose.");

        assertThat(body(page)).hasText("Apple rose.");
        assertThat(article(page).locator(".author")).hasText("Written by a language model, small:1b: it may be wrong.");
    }

    @Test
    void textThatDoesNotComeAgainAfterARestartEnds() {
        commentary.begin("a", "AAPL", "quiet");
        commentary.write("a", "Half a");
        Page page = open("?symbol=AAPL");
        assertThat(article(page)).hasAttribute("data-state", "growing");

        commentary.forget("a");
        commentary.restart("e2");

        assertThat(article(page)).hasAttribute("data-state", "interrupted");
        assertThat(body(page)).hasText("Half a");
        assertThat(article(page).locator(".end")).hasText("The text was cut off.");
    }

    @Test
    void serverThatWritesNothingHasNothingOfIt() {
        var requests = new ArrayList<String>();
        server.serve("/api/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(ScriptedEvents.pricesOfFour().getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        Page page = CHROMIUM.page();
        page.onRequest(request -> requests.add(request.url()));
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        assertThat(page.locator("symbol-detail .statistics")).isVisible();
        page.keyboard().press("Alt+m");
        assertThat(page.locator("market-view .tile").first()).isVisible();

        assertThat(page.locator("commentary-panel")).hasCount(0);
        assertThat(requests).noneMatch(url -> url.contains("/commentary-panel.js"));
    }

    private Page open(String query) {
        return open(query, options -> {});
    }

    private Page open(String query, Consumer<NewContextOptions> options) {
        Page page = Dashboard.open(CHROMIUM.page(options), server.uri(), query).page();
        assertThat(page.locator("commentary-panel section").first()).isVisible();
        return page;
    }

    private static Locator article(Page page) {
        return page.locator("commentary-panel article").first();
    }

    private static Locator body(Page page) {
        return article(page).locator(".text");
    }

    private static String caret(Page page) {
        return (String) body(page).evaluate("(text) => getComputedStyle(text.lastElementChild, '::after').content");
    }
}
