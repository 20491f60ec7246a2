package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Texts and answers of a real server on the page.
class CommentaryServerBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "10",
                "COMMENTARY_PACE", "PT3S",
                "COMMENTARY_SPEED", "10",
                "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "6000"));
    }

    @Test
    void textGrowsOverACutAndAReloadUntilItIsWhole() {
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri(), "?view=market");
        Locator growing = page.locator("commentary-panel article[data-state=growing] .text");
        assertThat(growing.first()).hasText(Pattern.compile("\\w+ \\w+"));
        String begun = growing.first().textContent();

        page.context().setOffline(true);
        page.context().setOffline(false);
        page.reload();

        Locator article = page.locator("commentary-panel article")
                .filter(new Locator.FilterOptions().setHasText(begun))
                .first();
        assertThat(article).hasAttribute("data-state", "complete");
        assertThat(article.locator(".text").textContent()).startsWith(begun).matches("(?s).*\\d.*[.)]");
    }

    @Test
    void questionIsAnsweredAndCanBeStoppedAndIsAmongTheEarlierOnes() {
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri(), "?symbol=AAPL");
        new AccountWindow(page).signUp(AccountWindow.newName());
        Locator answer = page.locator("commentary-panel .own article").first();

        page.getByLabel("Ask about AAPL").fill("How is Apple doing?");
        page.keyboard().press("Enter");
        assertThat(answer.locator(".question")).hasText("How is Apple doing?");
        assertThat(answer.locator(".text")).hasText(Pattern.compile("\\w+ \\w+"));
        answer.getByText("Stop").click();
        assertThat(answer).hasAttribute("data-state", "stopped");
        String stopped = answer.locator(".text").textContent();
        answer.getByText("Ask again").click();

        assertThat(answer).hasAttribute("data-state", "complete");
        assertThat(answer.locator(".text a").first()).hasAttribute("data-price", Pattern.compile("\\d"));
        page.locator("commentary-panel .own .earlier").click();
        assertThat(page.locator("commentary-panel .own article")).hasCount(2);
        assertThat(page.locator("commentary-panel .own article").last().locator(".text"))
                .hasText(stopped);
    }
}
