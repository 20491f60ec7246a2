package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The window with all keys.
class HelpBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @Test
    void aChineseVisitorGetsChineseHelp() {
        Page page = Dashboard.open(CHROMIUM.page(options -> options.setLocale("zh-CN")), server.uri())
                .page();

        page.keyboard().press("?");

        assertThat(page.getByText("按代码或名称筛选")).isVisible();
        assertThat(page.evaluate("document.body.innerText.match(/\\b(Live|Quotes|Market|Volume|Open|Bid|Help)\\b/)"))
                .isNull();
        Axe.check(page, "Chinese help");
    }
}
