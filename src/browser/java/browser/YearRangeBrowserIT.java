package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The highest and the lowest price of a year are there, and stay there while they are asked for once more.
class YearRangeBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("MSFT", 400.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("MSFT"),
            ScriptedEvents.helloWithTopics("e1", HistoryCharts.TOPICS)
                    + ScriptedEvents.quote("e1-1", "MSFT", 1, "400.10"));

    @Test
    void yearOfAnHourAgoStaysWhileTheDatabaseIsAway() {
        server.serve("/api/candles/", candles);
        Page page = Dashboard.openLive(CHROMIUM.page(), server.uri(), "?symbol=MSFT")
                .page();
        Locator high = page.locator(".statistics div", new Page.LocatorOptions().setHasText("52-week high"))
                .locator("dd");
        assertThat(high).hasText(Pattern.compile("\\d"));
        String before = high.innerText();
        candles.answerWith(503);
        long asked = yearsAsked();

        page.evaluate("(() => { const now = Date.now; Date.now = () => now() + 3_600_001; })()");
        server.send(ScriptedEvents.quote("e1-2", "MSFT", 2, "400.20"));

        assertThat(page.locator("body")).containsText("400.20");
        assertThat(high).hasText(before);
        await().until(() -> yearsAsked() > asked);
        server.send(ScriptedEvents.quote("e1-3", "MSFT", 3, "400.30"));
        assertThat(page.locator("body")).containsText("400.30");
        assertThat(high).hasText(before);
    }

    private long yearsAsked() {
        return candles.queries().stream()
                .filter(query -> query.startsWith("MSFT?interval=P1D"))
                .count();
    }
}
