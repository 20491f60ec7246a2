package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The chart in each of its states, for everybody: without its past, as a table, as a file, on paper, with the system's
/// colours.
class ChartStatesBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ScriptedCandles candles = new ScriptedCandles(Map.of("AAPL", 190.0, "MSFT", 400.0));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.helloWithTopics("e1", HistoryCharts.TOPICS)
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "190.00")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));

    @BeforeEach
    void serveCandles() {
        server.serve("/api/candles/", candles);
    }

    @Test
    void aPastThatIsBeingPreparedIsSaidAndAppearsByItself() {
        candles.answerLater(1);
        HistoryCharts chart = look();
        assertThat(chart.notes()).hasText("The server is still preparing the past. It will appear here by itself.");

        candles.answerWith(200);

        chart.await();
        assertThat(chart.notes()).not().containsText("preparing");
    }

    @Test
    void aPausedHistoryIsSaidUntilItIsBack() {
        candles.answerLater(5);
        HistoryCharts chart = look();
        assertThat(chart.notes()).containsText("History paused since");

        candles.answerWith(200);

        chart.await();
        assertThat(chart.notes()).not().containsText("paused");
    }

    @Test
    void theStreamSaysThatTheHistoryIsPausedAndThatItIsBack() {
        HistoryCharts chart = open();
        String forming = HistoryCharts.candle("e1-3", "AAPL", "2026-11-22T09:30:00Z", "189 189 189 189", 1, false);

        server.send(forming.replace("[]", "[\"paused\"]"));
        assertThat(chart.notes()).containsText("History paused since");

        server.send(forming.replace("e1-3", "e1-4"));
        assertThat(chart.notes()).not().containsText("paused");
    }

    @Test
    void whatWasShownStaysWhileTheHistoryIsPausedAndItIsNotAskedAtEachTick() {
        HistoryCharts chart = open();
        candles.answerLater(60);
        chart.picture().focus();
        chart.page().keyboard().press("PageUp");
        chart.page().keyboard().press("PageUp");
        assertThat(chart.notes()).containsText("History paused since");
        int asked = candles.queries().size();

        for (int tick = 0; tick < 5; tick++) {
            server.send(ScriptedEvents.quote("e1-" + (3 + tick), "AAPL", 2 + tick, "19%s.00".formatted(tick)));
            chart.awaitTrue("option.series[0].markLine.data[0].yAxis === 190 + %s".formatted(tick));
        }

        assertThat(candles.queries()).hasSize(asked);
        assertThat((int) chart.ask("option.xAxis[0].data.length")).isGreaterThan(390);
    }

    @Test
    void theChartIsAlsoATable() {
        HistoryCharts chart = open();
        chart.choose("5D");
        chart.awaitTrue("option.xAxis[0].data.length === 250");
        int shown = chart.count();

        chart.choose("Table");

        var rows = chart.page().locator("price-chart .bars tbody tr");
        assertThat(rows).hasCount(shown);
        assertThat(rows.first()).containsText(Pattern.compile("Nov 20, 2026, 15:45[\\d.,]+.*simulated"));
        assertThat(chart.page().locator("price-chart .bars thead"))
                .hasText("TimeOpenHighLowCloseVolumeTradesVWAPVWAP Notes");
        assertThat(chart.picture()).isHidden();
        chart.choose("Table");
        assertThat(chart.picture()).isVisible();
    }

    @Test
    void theTableIsSavedAsTheServerWritesIt() throws IOException {
        HistoryCharts chart = open();
        chart.choose("5D");
        chart.awaitTrue("option.xAxis[0].data.length === 250");
        chart.choose("Table");
        Locator save = chart.page().locator(".chart-tools").getByText("CSV");

        Download file = chart.page().waitForDownload(save::click);

        String text = Files.readString(file.path());
        assertThat(file.suggestedFilename()).isEqualTo("AAPL-PT15M.csv");
        assertThat(text)
                .startsWith("\uFEFFsymbol,start,close\r\nAAPL,2026-11-16T14:30:00Z,")
                .endsWith("\r\n");
        assertThat(text.lines()).hasSize(1 + chart.count());
        candles.answerLater(5);
        save.click();
        assertThat(chart.notes()).hasText("The file could not be made.");
        chart.choose("Table");
        assertThat(save).isHidden();
    }

    @Test
    void theTableIsReachedAndReadByKeyboardAlone() {
        HistoryCharts chart = open();
        Page page = chart.page();
        page.locator(".chart-tools").getByText("Table").focus();

        page.keyboard().press("Enter");
        assertThat(page.locator("price-chart .bars")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".chart-tools").getByText("CSV")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("price-chart .bars")).isFocused();
        page.keyboard().press("End");

        page.waitForFunction("() => document.querySelector('price-chart .bars').scrollTop > 1000");
        assertThat(page.getByLabel("Bars of AAPL")).hasRole(AriaRole.REGION);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noStateOfTheChartHasAViolation(ColorScheme scheme) {
        Page page = CHROMIUM.page(options -> options.setColorScheme(scheme));
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        HistoryCharts chart = new HistoryCharts(page).await();
        for (String study : new String[] {"sma", "ema", "bollinger", "rsi", "macd"}) {
            chart.study(study);
        }
        for (String range : HistoryCharts.ranges()) {
            chart.choose(range);
            chart.await();
            Axe.check(page, range + " with all studies");
        }
        page.locator(".chart-tools summary").first().click();
        Axe.check(page, "the menu of studies");
        page.keyboard().press("Escape");
        page.locator(".chart-tools summary").last().click();
        Axe.check(page, "the menu of comparisons");
        page.keyboard().press("Escape");
        assertThat(page.locator(".chart-tools details[open]")).hasCount(0);
        assertThat(page.locator("symbol-detail h2")).hasText("AAPL");
        chart.choose("Table");
        Axe.check(page, "the table with all studies");
        chart.compareWith("MSFT");
        Axe.check(page, "the table of a comparison");
        chart.choose("Table");
        Axe.check(page, "a comparison");
        candles.answerLater(5);
        chart.choose("1D");
        assertThat(chart.notes()).containsText("History paused since");
        Axe.check(page, "a paused history");
        candles.answerLater(1);
        page.reload();
        assertThat(chart.notes()).containsText("preparing");
        Axe.check(page, "no past yet");
    }

    @Test
    void onPaperTheChartIsDarkOnWhiteAndAsWideAsThePaper() {
        Page page = CHROMIUM.page(options -> options.setColorScheme(ColorScheme.DARK));
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        HistoryCharts chart = new HistoryCharts(page).await();
        Object before = chart.ask("chart.getWidth()");

        PrintBrowserIT.prepareForPaper(page);

        assertThat(chart.ask("chart.getWidth()")).isEqualTo(660);
        assertThat(chart.ask("option.xAxis.at(-1).axisLabel.color")).isEqualTo("#000");
        assertThat(chart.ask("option.series[0].lineStyle.color")).isEqualTo("#000");
        assertThat(page.locator("price-chart canvas").boundingBox().width).isEqualTo(660);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        chart.awaitTrue("chart.getWidth() === %s".formatted(before));
        chart.awaitTrue("option.xAxis.at(-1).axisLabel.color !== '#000'");
    }

    @Test
    void whereTheSystemChoosesTheColoursLinesAreStillToldApart() {
        Page page = CHROMIUM.page(
                options -> options.setForcedColors(ForcedColors.ACTIVE).setReducedMotion(ReducedMotion.REDUCE));
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        HistoryCharts chart = new HistoryCharts(page).await();
        chart.study("sma");
        chart.study("ema");

        chart.awaitTrue(
                "new Set(option.series.filter(({ type }) => type === 'line').map(({ lineStyle }) => lineStyle.color)).size === 4");
        assertThat(chart.ask("option.animation")).isEqualTo(false);
        String pressed = PrintBrowserIT.colour(page, ".chart-tools [aria-pressed=true]", "backgroundColor");
        assertThat(pressed)
                .isNotEqualTo(
                        PrintBrowserIT.colour(page, ".chart-tools .ranges [aria-pressed=false]", "backgroundColor"));
        Axe.check(page, "forced colours");
    }

    private HistoryCharts look() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "?symbol=AAPL");
        return new HistoryCharts(page);
    }

    private HistoryCharts open() {
        return look().await();
    }
}
