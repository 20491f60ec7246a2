package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The columns of the table as the visitor wants them, and the table as a file.
class TableColumnsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.listing("AAPL, =Apple \\\"A\\\", Technology", "XOM, Exxon Mobil, Energy"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30")
                    + ScriptedEvents.quote("e1-2", "XOM", 1, "98765.4"));

    @Test
    void columnsAreLeftOutAndMovedAndStaySo() {
        Page page = CHROMIUM.page();
        Dashboard dashboard = Dashboard.openLive(page, server.uri(), "");
        page.getByText("Columns…").click();
        Axe.check(page, "the columns");
        leaveOut(page, "Bid");
        leaveOut(page, "Name");
        page.getByLabel("Move Change % to the left").click();
        assertThat(page.getByLabel("Move Change % to the left")).isFocused();
        page.getByLabel("Move Change % to the left").click();
        assertThat(page.getByLabel("Move Change % to the right")).isFocused();
        page.keyboard().press("Escape");

        awaitTitles(page, "Symbol,Change %,Last,Change,Ask,");
        assertThat(titles(page)).doesNotContain("Bid", "Name");
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        server.send(ScriptedEvents.quote("e1-3", "AAPL", 2, "189.40"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▲189.40");
        page.reload();
        dashboard.awaitTools();
        awaitTitles(page, "Symbol,Change %,Last,Change,Ask,");

        page.getByText("Columns…").click();
        page.getByText("Default columns").click();
        page.keyboard().press("Escape");
        awaitTitles(page, "Symbol,Name,Last,Change,Change %,Bid,Ask,");
    }

    @Test
    void aColumnThatIsLeftOutMakesRoomForOthers() {
        Page page = CHROMIUM.page(options -> options.setViewportSize(900, 700));
        Dashboard dashboard = Dashboard.openLive(page, server.uri(), "");
        assertThat(dashboard.cell("AAPL", "volume")).isHidden();
        page.getByText("Columns…").click();
        for (String column : new String[] {"Bid", "Ask", "Spread"}) {
            leaveOut(page, column);
        }
        page.keyboard().press("Escape");

        assertThat(dashboard.cell("AAPL", "volume")).isVisible();
        page.waitForFunction("""
                () => {
                  const { scrollWidth, clientWidth } = document.querySelector('.scroller');
                  return scrollWidth === clientWidth;
                }""");
    }

    @Test
    void theTableIsSavedAsItIsShown() throws IOException {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "?sort=-last");

        Download file = page.waitForDownload(() -> page.getByText("CSV").click());

        assertThat(file.suggestedFilename()).matches("quotes-2\\d{3}-\\d\\d-\\d\\dT\\d{6}\\.csv");
        assertThat(Files.readString(file.path())).isEqualTo("""
                \uFEFFSymbol,Name,Last,Change,Change %,Bid,Ask,Spread,Volume,Time
                XOM,Exxon Mobil,98765.4,-1.5,-1.5,98765.4,98765.45,0.05,123456789,2026-11-22T09:30:00.123456Z
                AAPL,"'=Apple ""A""\",189.3,-1.5,-1.5,189.3,189.305,0.005,123456789,2026-11-22T09:30:00.123456Z
                """.replace("\n", "\r\n"));
    }

    private static void leaveOut(Page page, String column) {
        page.locator("dialog")
                .getByLabel(column, new Locator.GetByLabelOptions().setExact(true))
                .uncheck();
    }

    private static void awaitTitles(Page page, String first) {
        Chromium.eventually(() -> assertThat(titles(page)).startsWith(first));
    }

    private static String titles(Page page) {
        return page.evaluate(
                        "[...document.querySelectorAll('quote-table thead th')].map((one) => one.textContent).join()")
                .toString();
    }
}
