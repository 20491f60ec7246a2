package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Texts and questions for everybody: no state violates WCAG, they fit every width, and speak the visitor's language.
class CommentaryAccessibilityBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(ScriptedEvents.fourShares(), "");

    private final ScriptedCommentary commentary = new ScriptedCommentary(server);

    @BeforeEach
    void write() {
        commentary.quote("AAPL", 1, "30");
        commentary.begin("old", "AAPL", "halt");
        commentary.write("old", "Trading in Apple (AAPL) is **halted**.\n\n- one\n- two");
        commentary.end("old", "limit");
        for (String language : new String[] {"en", "zh"}) {
            commentary.begin("commentary", language, language, "AAPL", "\"occasion\":\"move\"");
            commentary.write(language, language.equals("en") ? "Apple (AAPL) rose" : "苹果（AAPL）上涨");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noStateHasAViolation(ColorScheme scheme) {
        Page page = open("?symbol=AAPL", options -> options.setColorScheme(scheme));
        Axe.check(page, "not signed in");
        server.serve("/api/session", 200, ScriptedServer.ANN);
        page.reload();
        ask(page);
        assertThat(page.locator(".own article")).isVisible();
        commentary.write("q3", "It is at 30.00. ");
        assertThat(page.locator(".own .text")).hasText("It is at 30.00.");
        Axe.check(page, "growing");

        page.getByText("Stop").click();
        assertThat(page.locator(".own .end")).hasText("Stopped.");
        commentary.refuse(429, "too many questions");
        ask(page);
        assertThat(page.locator("commentary-panel .problem")).isVisible();
        page.locator(".earlier").first().click();
        assertThat(page.locator("article[data-state=limit]")).isVisible();
        Axe.check(page, "stopped, refused, with earlier texts");

        page.keyboard().press("Escape");
        page.keyboard().press("Alt+m");
        assertThat(page.locator("market-view article").first()).isVisible();
        Axe.check(page, "market");
    }

    @ParameterizedTest
    @CsvSource({"320, ?symbol=AAPL", "360, ?view=market", "768, ?view=market", "1100, ?symbol=AAPL"})
    void everyWidthHasRoomForIt(int width, String view) {
        server.serve("/api/session", 200, ScriptedServer.ANN);
        Page page = open(view, options -> options.setViewportSize(width, 740));
        commentary.write("en", ", and so did everything-else-that-has-an-exceptionally-and-unreasonably-long-name.");

        assertThat(page.locator("commentary-panel input")).isVisible();
        assertThat(page.locator("commentary-panel .text").first()).containsText("unreasonably");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        for (Locator part : page.locator("commentary-panel :is(article, form, button:visible)")
                .all()) {
            var box = part.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(width);
        }
    }

    @Test
    void itSpeaksChineseToWhoReadsThePageInIt() {
        server.serve("/api/session", 200, ScriptedServer.ANN);
        Page page = open("?symbol=AAPL", options -> options.setLocale("zh-CN"));

        assertThat(page.locator("commentary-panel h3")).hasText("行情点评");
        assertThat(page.locator("article .text")).hasText("苹果（AAPL）上涨");
        assertThat(page.locator("article .text a")).hasText("AAPL");
        assertThat(page.locator("article .about")).containsText("异动");
        assertThat(page.getByLabel("问问 AAPL 的行情")).isVisible();
    }

    private static void ask(Page page) {
        Locator field = page.getByLabel("Ask about AAPL");
        field.fill("How is Apple?");
        field.press("Enter");
    }

    private Page open(String query, Consumer<NewContextOptions> options) {
        Page page = Dashboard.open(CHROMIUM.page(options), server.uri(), query).page();
        assertThat(page.locator("commentary-panel article").first()).isVisible();
        return page;
    }
}
