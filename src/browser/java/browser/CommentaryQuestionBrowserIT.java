package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions, and their answers, which only the visitor sees.
class CommentaryQuestionBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), "");

    private final ScriptedCommentary commentary = new ScriptedCommentary(server);

    @BeforeEach
    void price() {
        commentary.quote("AAPL", 1, "30");
    }

    @Test
    void whoHasSignedInAsksStopsAsksAgainAndCopies() {
        Page page = open("en-US");
        Locator field = page.getByLabel("Ask about AAPL");
        field.fill("How is Apple?");
        page.keyboard().press("Enter");
        assertThat(answer(page).locator(".question")).hasText("How is Apple?");
        assertThat(answer(page)).hasAttribute("data-state", "growing");
        assertThat(field).hasValue("");
        assertThat(field).isFocused();
        commentary.write("q0", "Apple (AAPL) is **well");
        assertThat(answer(page).locator(".text")).hasText("Apple (AAPL) is well");

        Locator act = answer(page).locator(".acts button").first();
        assertThat(act).hasText("Stop");
        act.focus();
        page.keyboard().press("Enter");
        assertThat(answer(page)).hasAttribute("data-state", "stopped");
        assertThat(answer(page).locator(".end")).hasText("Stopped.");
        assertThat(act).isFocused();
        assertThat(act).hasText("Ask again");
        page.reload();
        assertThat(answer(page).locator(".text")).hasText("Apple (AAPL) is **well");
        answer(page).locator(".acts button").first().click();

        assertThat(page.locator(".own article[data-state=growing]")).hasCount(1);
        assertThat(commentary.requests())
                .containsExactly(
                        "POST {\"question\":\"How is Apple?\",\"language\":\"en\",\"symbol\":\"AAPL\"}",
                        "DELETE /api/commentary/q0",
                        "POST {\"question\":\"How is Apple?\",\"language\":\"en\",\"symbol\":\"AAPL\"}");
        commentary.write("q1", "It is **well**.");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        answer(page).getByText("Copy").click();
        assertThat(answer(page).getByText("Copied")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("It is well.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | 429 | too many questions                                      | You have asked too many questions. Try again in 30 seconds.
            zh-CN | 429 | as many answers to you are being written as may be: 3   | 已有 3 个回答正在生成，请等待或先停止其中一个。
            en-US | 400 | the question has 301 characters; the limit is 300       | That is 301 characters; a question has at most 300.
            zh-CN | 503 | as many answers are being written as may be             | 当前提问过多。请在 30 秒后重试。
            en-US | 404 | this server writes no commentary (commentary.enabled)   | This server answers no questions any more.""")
    void refusalIsToldInWordsAndTheQuestionStaysInTheBox(String locale, int status, String detail, String words) {
        commentary.refuse(status, detail);
        Page page = open(locale);
        Locator field = page.locator("commentary-panel input");
        field.fill("How is Apple?");
        page.keyboard().press("Enter");

        assertThat(page.locator("commentary-panel [role=alert]")).containsText(words.substring(0, words.length() - 1));
        assertThat(field).hasValue("How is Apple?");
        field.fill("How is it?");
        assertThat(page.locator("commentary-panel [role=alert]")).isHidden();
    }

    @Test
    void whoHasNotSignedInIsOfferedItAndAnswersGoWithTheSession() {
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri(), "?symbol=AAPL");
        assertThat(page.locator("commentary-panel input")).isHidden();
        page.getByText("Sign in to ask a question").click();
        assertThat(page.locator("dialog form")).isVisible();
        page.keyboard().press("Escape");

        server.serve("/api/session", 200, ScriptedServer.ANN);
        page.reload();
        page.locator("commentary-panel input").fill("How is Apple?");
        page.keyboard().press("Enter");
        assertThat(answer(page)).isVisible();
        page.evaluate("async () => (await import('/account/session.js')).session.lose()");

        assertThat(answer(page)).hasCount(0);
        assertThat(page.getByText("Sign in to ask a question")).isVisible();
    }

    @Test
    void whoSeesPricesLateReadsTextsButAsksNothing() {
        commentary.helloWith("\"delayed\":\"PT15M\"");
        commentary.begin("a", "AAPL", "move");
        commentary.write("a", "Apple rose.");
        server.serve("/api/session", 200, ScriptedServer.ANN);
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri(), "?symbol=AAPL");

        assertThat(page.locator("commentary-panel .text")).hasText("Apple rose.");
        assertThat(page.getByText("Questions are for those who have live prices."))
                .isVisible();
        assertThat(page.locator("commentary-panel input")).isHidden();
    }

    private Page open(String locale) {
        server.serve("/api/session", 200, ScriptedServer.ANN);
        Page page = CHROMIUM.page(options -> options.setLocale(locale));
        Dashboard.open(page, server.uri(), "?symbol=AAPL");
        assertThat(page.locator("commentary-panel input")).isVisible();
        return page;
    }

    private static Locator answer(Page page) {
        return page.locator("commentary-panel .own article").first();
    }
}
