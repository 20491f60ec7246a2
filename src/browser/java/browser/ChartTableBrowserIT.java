package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The chart as a table, and as a file: all of its past is in reach of a keyboard.
class ChartTableBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("@ES", 190.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("@ES"),
            ScriptedEvents.helloWithTopics("e1", HistoryCharts.TOPICS)
                    + ScriptedEvents.quote("e1-1", "@ES", 1, "190.00"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void olderRowsComeByKeyboardUntilThereAreNone() {
        // So many of a quarter of an hour has the server.
        int all = 780;
        HistoryCharts chart = open();
        Page page = chart.page();
        Locator rows = page.locator("price-chart .bars tbody tr");
        Locator older = page.locator("price-chart .bars .older");
        int first = chart.count();
        chart.choose("Table");
        assertThat(rows).hasCount(first);
        assertThat(older).hasText("Older rows");

        older.focus();
        page.keyboard().press("Enter");

        assertThat(rows).hasCount(first + 400);
        assertThat(page.locator("price-chart .bars [role=status]")).containsText("The rows go back to Oct 23, 2026");
        assertThat(older).isFocused();
        page.keyboard().press("Enter");
        assertThat(rows).hasCount(all);
        assertThat(older).isHidden();
        assertThat(page.locator("price-chart .bars")).isFocused();
        assertThat(candles.queries()).anyMatch(query -> query.matches("@ES[?]interval=PT15M&to=2026-11-.*&limit=500"));
    }

    @Test
    void olderRowsAreOfferedInChineseToo() {
        HistoryCharts chart = open("zh-CN");

        chart.choose("表格");

        assertThat(chart.page().locator("price-chart .bars .older")).hasText("更早的行");
    }

    @Test
    void aSymbolInTheFileIsNoFormulaAndNumbersStay() throws IOException {
        candles.put("@ES", "2026-11-20T21:00:00Z", -5, -4, -6, -5.25, 100);
        HistoryCharts chart = open();
        chart.choose("Table");

        Download file = chart.page()
                .waitForDownload(() ->
                        chart.page().locator(".chart-tools").getByText("CSV").click());

        assertThat(Files.readString(file.path()).lines())
                .startsWith("\uFEFFsymbol,start,close")
                .last()
                .isEqualTo("'@ES,2026-11-20T21:00:00Z,-5.25");
    }

    @Test
    void theFileHasWhatWasShownWhenItWasAskedFor() throws IOException {
        HistoryCharts chart = open();
        int shown = chart.count();
        chart.choose("Table");
        Page page = chart.page();
        List<Route> held = new ArrayList<>();
        page.route("**/candle-export.js", held::add);
        page.locator(".chart-tools").getByText("CSV").click();
        page.waitForCondition(() -> !held.isEmpty());
        chart.choose("1Y");
        assertThat(page.locator("price-chart .bars tbody th").first()).hasText("Nov 20, 2026");

        Download file = page.waitForDownload(() -> held.getFirst().resume());

        assertThat(file.suggestedFilename()).isEqualTo("-ES-PT15M.csv");
        assertThat(Files.readString(file.path()).lines()).hasSize(1 + shown);
    }

    private HistoryCharts open() {
        return open("en-US");
    }

    private HistoryCharts open(String locale) {
        Page page = CHROMIUM.page(options -> options.setLocale(locale));
        Dashboard.open(page, server.uri(), "?symbol=%40ES");
        HistoryCharts chart = new HistoryCharts(page).await();
        chart.choose(locale.startsWith("zh") ? "5日" : "5D");
        return chart.awaitTrue("option.xAxis[0].data.length === 250 || option.xAxis[0].data.length === 251");
    }
}
