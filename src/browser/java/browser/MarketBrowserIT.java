package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The market as a whole.
class MarketBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// What the chart was given: of each sector its name, and of each instrument its weight and label.
    private static final String MAP = """
            async () => {
              const { getInstanceByDom } = await import('/charts/echarts.esm.min.js');
              const [{ data }] = getInstanceByDom(document.querySelector('.heat'))?.getOption().series ?? [{}];
              return (data ?? []).map(({ name, children }) => `${name}: ` + children.map((one) =>
                `${one.symbol} ${one.value} ${one.name.replace(/.*\\|/s, '').replace('}', '')}`).join(', ')).join('; ');
            }""";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(
                """
                [{"symbol":"AAPL","name":"Apple","sector":"Technology","currency":"USD","tickSize":0.01,"shares":15},
                 {"symbol":"XOM","name":"Exxon","sector":"Energy","currency":"USD","tickSize":0.01,"shares":4},
                 {"symbol":"MSFT","name":"Microsoft","sector":"Technology","currency":"USD","tickSize":0.01,"shares":7}]""",
                Scripts.hello("e1", "PT15S")
                        + quote(1, "AAPL", 2.5, 100)
                        + quote(2, "XOM", -1.25, 900)
                        + quote(3, "MSFT", 0, 50));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theMapShowsEachSectorWithItsInstrumentsByCapitalisationAndChange() {
        Dashboard dashboard = open();

        dashboard
                .page()
                .waitForFunction(
                        "async (map) => await (%s)() === map".formatted(MAP),
                        "Technology: AAPL 1500 +2.50%, MSFT 700 0.00%; Energy: XOM 400 −1.25%");
        assertThat(dashboard.page().locator("market-view")).containsText("1 up · 1 unchanged · 1 down");
    }

    @Test
    void theMoversStandInTheirOrderAndFollowThePrices() {
        Dashboard dashboard = open();

        assertThat(list(dashboard, "Gainers")).hasText(new String[] {"AAPL102.50+2.50%"});
        assertThat(list(dashboard, "Losers")).hasText(new String[] {"XOM98.75−1.25%"});
        assertThat(list(dashboard, "Most traded, by turnover").first()).containsText("XOM");
        server.say(quote(4, "MSFT", 3, 60));

        assertThat(list(dashboard, "Gainers")).hasText(new String[] {"MSFT103.00+3.00%", "AAPL102.50+2.50%"});
    }

    @Test
    void aListKeepsStillUnderThePointer() {
        Dashboard dashboard = open();
        assertThat(list(dashboard, "Gainers")).hasText(new String[] {"AAPL102.50+2.50%"});
        list(dashboard, "Gainers").first().hover();

        server.say(quote(4, "MSFT", 3, 60) + quote(5, "AAPL", 2.75, 100));

        assertThat(list(dashboard, "Gainers")).hasText(new String[] {"AAPL102.75+2.75%"});
        dashboard.page().mouse().move(5, 5);
        assertThat(list(dashboard, "Gainers")).hasCount(2);
    }

    @Test
    void keysAndLinksLeadToTheMarketAndFromItToASymbol() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.rows()).hasCount(3);

        dashboard.page().keyboard().press("m");

        assertThat(dashboard.page()).hasURL(server.uri() + "?view=market");
        assertThat(dashboard.page().locator("quote-table")).isHidden();
        list(dashboard, "Gainers").first().locator("a").click();
        assertThat(dashboard.page().locator("symbol-detail h2")).hasText("AAPL");
        assertThat(dashboard.page()).hasURL(server.uri() + "?view=market&symbol=AAPL");
        dashboard.page().keyboard().press("q");
        assertThat(dashboard.page().locator("quote-table")).isVisible();
    }

    private static Locator list(Dashboard dashboard, String name) {
        return dashboard
                .page()
                .getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                .locator("tr:not([hidden])");
    }

    /// Of an instrument that closed at 100.
    private static String quote(int seq, String symbol, double change, int volume) {
        return "id: e1-%d\nevent: quote\ndata: %s\n\n"
                .formatted(seq, """
                {"symbol":"%s","last":%s,"open":100,"high":110,"low":90,"previousClose":100,"change":%s,\
                "changePercent":%s,"volume":%d,"seq":%d,"time":"2026-11-22T09:30:00Z","status":"trading"}""".formatted(symbol, 100 + change, change, change, volume, seq));
    }

    private Dashboard open() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=market");
        assertThat(dashboard.page().locator(".heat canvas")).isVisible();
        return dashboard;
    }
}
