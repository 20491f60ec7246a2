package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A new field of the quote needs its words and one line where it is shown, and nothing else in the page.
class QuoteFieldBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    private PageCopy copy;

    @BeforeEach
    void copyThePage() throws IOException {
        copy = PageCopy.in(directory, "");
    }

    @Test
    void oneLineMakesAStatistic() throws IOException {
        copy.replace(
                "detail/statistics.js",
                "const STATISTICS = [",
                "const STATISTICS = [{ name: 'vwap', value: ({ vwap }) => vwap },");
        copy.replace("detail/words/en.js", "words = {", "words = { 'statistic.vwap': 'VWAP',");

        try (var server = server()) {
            Page page = Dashboard.open(CHROMIUM.page(), server.uri(), "?symbol=AAPL")
                    .page();

            assertThat(page.locator(".statistics div").first()).hasText("VWAP29.87");
        }
    }

    @Test
    void oneLineMakesAColumnThatIsFormattedAndSorted() throws IOException {
        String column = "{ name: 'vwap', width: '5rem', above: 60, value: (_, quote) => quote?.vwap, text: price },";
        copy.replace("quotes/columns.js", "COLUMNS = [", "COLUMNS = [" + column);
        copy.replace("quotes/words/en.js", "words = {", "words = { 'column.vwap': 'VWAP',");

        try (var server = server()) {
            Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?sort=-vwap");

            assertThat(dashboard.page().locator("thead .vwap")).hasText("VWAP");
            assertThat(dashboard.cell("AAPL", "vwap")).hasText("29.87");
            assertThat(dashboard.rows().first()).hasAttribute("data-symbol", "AAPL");
            dashboard.page().setViewportSize(800, 700);
            assertThat(dashboard.cell("AAPL", "vwap")).isHidden();
            assertThat(dashboard.cell("AAPL", "last")).isVisible();
        }
    }

    private ScriptedServer server() {
        String quote = ScriptedEvents.quote("e1-5", "AAPL", 2, "30").replace("\"volume\"", "\"vwap\":29.87,\"volume\"");
        var server = new ScriptedServer(directory, ScriptedEvents.fourShares(), "");
        server.restartUnchecked(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour() + quote);
        return server;
    }
}
