package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The view of the whole market.
class MarketBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// Each sector's name and change, with the share of the map and the label of each tile.
    private static final String MAP = """
            () => {
              const whole = document.querySelector('.heat');
              return [...whole.querySelectorAll('section')].map((field) =>
                `${field.querySelector('h2')?.textContent}: ` + [...field.querySelectorAll('.tile')].map((tile) => {
                  const share = (tile.offsetWidth * tile.offsetHeight) / (whole.clientWidth * whole.clientHeight);
                  return `${Math.round(100 * share)} % ${tile.textContent}`;
                }).join(', ')).join('; ');
            }""";

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            """
            [{"symbol":"AAPL","name":"Apple","sector":"Technology","currency":"USD","tickSize":0.01,"shares":15},
             {"symbol":"XOM","name":"Exxon","sector":"Energy","currency":"USD","tickSize":0.01,"shares":4},
             {"symbol":"MSFT","name":"Microsoft","sector":"Technology","currency":"USD","tickSize":0.01,"shares":7}]""",
            ScriptedEvents.hello("e1", "PT15S")
                    + quote(1, "AAPL", 2.5, 100)
                    + quote(2, "XOM", -1.25, 900)
                    + quote(3, "MSFT", 0, 50));

    @Test
    void theMapShowsEachSectorWithItsInstrumentsByCapitalisationAndChange() {
        Dashboard dashboard = open();

        // 1500, 700 and 400 of 2600, less the lines with the sectors' names.
        Chromium.eventually(() -> assertThat(dashboard.page().evaluate(MAP))
                .isEqualTo("Technology +1.70%: 56 % AAPL +2.50%, 26 % MSFT 0.00%; Energy −1.25%: 15 % XOM −1.25%"));
        assertThat(dashboard.page().locator("market-view")).containsText("1 up · 1 unchanged · 1 down");
    }

    @Test
    void aSearchLeadsBackToTheTable() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.rows()).hasCount(3);
        dashboard.page().keyboard().press("Alt+m");
        assertThat(dashboard.page().locator("market-view")).isVisible();

        dashboard.page().keyboard().type("XO");

        assertThat(dashboard.page().getByLabel("Filter")).hasValue("XO");
        assertThat(dashboard.rows()).hasCount(1);
    }

    @Test
    void aSearchBeginsAtOnceOnAPageThatWasOpenedWithTheMap() {
        Dashboard dashboard = open();

        dashboard.page().keyboard().type("XO");

        assertThat(dashboard.page().getByLabel("Filter")).hasValue("XO");
        assertThat(dashboard.rows()).hasCount(1);
    }

    @Test
    void aTileIsColouredByItsChangeAndHatchedWhenItDoesNotTrade() {
        Dashboard dashboard = open();
        String still = colour(tile(dashboard, "MSFT"), "backgroundColor");
        String rising = colour(tile(dashboard, "AAPL"), "backgroundColor");
        assertThat(rising).isNotEqualTo(still);
        assertThat(colour(tile(dashboard, "XOM"), "backgroundColor")).isNotIn(still, rising);
        assertThat(colour(tile(dashboard, "MSFT"), "backgroundImage")).isEqualTo("none");

        server.send(quote(4, "MSFT", 2.5, 60) + quote(5, "AAPL", 2.5, 60).replace("trading", "halted"));

        assertThat(tile(dashboard, "MSFT")).hasText("MSFT +2.50%");
        assertThat(tile(dashboard, "MSFT")).hasCSS("background-color", rising);
        assertThat(tile(dashboard, "AAPL")).hasAttribute("data-status", "halted");
        assertThat(tile(dashboard, "AAPL")).hasCSS("background-image", Pattern.compile("gradient"));
    }

    @Test
    void theTilesFillTheMapWithoutOverlapInProportionToTheirWeights() {
        Object flaws = open().page().evaluate("""
                async () => {
                  const { squarify } = await import('/market/squarify.js');
                  const weights = Array.from({ length: 500 }, (_, at) => 1e6 / (at + 1) ** 1.3);
                  const total = weights.reduce((sum, one) => sum + one, 0);
                  const boxes = squarify(weights, { left: 10, top: 20, width: 1000, height: 600 });
                  const flaws = [];
                  boxes.forEach((one, at) => {
                    const share = (one.width * one.height) / (1000 * 600);
                    if (Math.abs(share - weights[at] / total) > 1e-9) flaws.push(`size of ${at}`);
                    if (one.left < 9.99 || one.top < 19.99 || one.left + one.width > 1010.01 || one.top + one.height > 620.01)
                      flaws.push(`${at} outside`);
                    for (const other of boxes.slice(0, at)) {
                      const wide = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
                      const high = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
                      if (wide > 0.01 && high > 0.01) flaws.push(`${at} overlaps`);
                    }
                  });
                  const worst = Math.max(...boxes.slice(0, 100).map(({ width, height }) => Math.max(width / height, height / width)));
                  if (worst > 3) flaws.push(`a side ${worst} times the other`);
                  return flaws.join();
                }""");

        assertThat(flaws).isEqualTo("");
    }

    @Test
    void theMapIsWalkedByArrowsAndTellsWhatItIsAt() {
        Dashboard dashboard = open();
        var keyboard = dashboard.page().keyboard();
        tile(dashboard, "AAPL").focus();

        keyboard.press("ArrowRight");

        assertThat(tile(dashboard, "MSFT")).isFocused();
        assertThat(dashboard.page().locator(".tip"))
                .hasText(Pattern.compile("MSFT 100.00 0.00%\\s+Microsoft\\s+Technology\\s+Market cap 700.0M"));
        keyboard.press("End");
        assertThat(tile(dashboard, "XOM")).isFocused();
        keyboard.press("Enter");
        assertThat(dashboard.page()).hasURL(server.uri() + "?view=market&symbol=XOM");
        assertThat(dashboard.page()).hasTitle("XOM 98.75 · Tickertape");
    }

    @Test
    void whatIsKnownOfATileStandsAtThePointer() {
        Dashboard dashboard = open();
        Locator tip = dashboard.page().locator(".tip");
        assertThat(tip).isHidden();

        tile(dashboard, "XOM").hover();

        assertThat(tip).containsText("XOM 98.75 −1.25%");
        Chromium.eventually(
                () -> assertThat((double) dashboard.page().evaluate("""
                () => {
                  const box = (part) => document.querySelector(part).getBoundingClientRect();
                  const [tip, tile] = [box('.tip'), box('.tile[data-symbol=XOM]')];
                  const [x, y] = [tile.x + tile.width / 2, tile.y + tile.height / 2];
                  return 0.5 + Math.max(tip.left - x, x - tip.right, tip.top - y, y - tip.bottom);
                }""")).isBetween(0.0, 30.0));
        server.send(quote(4, "XOM", -1.5, 901));
        assertThat(tip).containsText("XOM 98.50 −1.50%");
        dashboard.page().mouse().move(5, 5);
        assertThat(tip).isHidden();
    }

    @Test
    void noNameOfASectorIsCut() {
        Dashboard dashboard = open();

        for (int width = 320; width <= 1440; width += 80) {
            dashboard.page().setViewportSize(width, 740);
            assertThat(dashboard.page().evaluate("""
                    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(
                      [...document.querySelectorAll('.heat h2 b')].filter((name) => name.scrollWidth > name.clientWidth)
                        .map((name) => name.textContent).join()))))""")).as("at %s pixels", width).isEqualTo("");
        }
    }

    @Test
    void theMoversStandInTheirOrderAndFollowThePrices() {
        Dashboard dashboard = open();

        assertThat(list(dashboard, "Gainers")).hasText(new String[] {"AAPL102.50+2.50%"});
        assertThat(list(dashboard, "Losers")).hasText(new String[] {"XOM98.75−1.25%"});
        assertThat(list(dashboard, "Most active by turnover (approx.)").first()).containsText("XOM");
        server.send(quote(4, "MSFT", 3, 60));

        assertThat(list(dashboard, "Gainers")).hasText(new String[] {"MSFT103.00+3.00%", "AAPL102.50+2.50%"});
    }

    @Test
    void keysAndLinksLeadToTheMarketAndFromItToASymbol() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.rows()).hasCount(3);

        dashboard.page().keyboard().press("Alt+m");

        assertThat(dashboard.page()).hasURL(server.uri() + "?view=market");
        assertThat(dashboard.page().locator("quote-table")).isHidden();
        assertThat(dashboard.page().locator(".heat .tile")).hasCount(3);
        Locator row = list(dashboard, "Gainers").first();
        // Where it stays: a forced click does not wait for that.
        row.locator("a").click(new Locator.ClickOptions().setTrial(true));
        // Anywhere in the row, which the link covers.
        row.locator(".percent").click(new Locator.ClickOptions().setForce(true));
        assertThat(dashboard.page().locator("symbol-detail h2")).hasText("AAPL");
        assertThat(dashboard.page()).hasURL(server.uri() + "?view=market&symbol=AAPL");
        dashboard.page().keyboard().press("Alt+q");
        assertThat(dashboard.page().locator("quote-table")).isVisible();
    }

    static Locator tile(Dashboard dashboard, String symbol) {
        return dashboard.page().locator(".tile[data-symbol=%s]".formatted(symbol));
    }

    private static String colour(Locator element, String property) {
        return element.evaluate("(element, property) => getComputedStyle(element)[property]", property)
                .toString();
    }

    static Locator list(Dashboard dashboard, String name) {
        return dashboard
                .page()
                .getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                .locator("tr:not([hidden])");
    }

    /// A quote of an instrument that closed at 100.
    static String quote(int seq, String symbol, double change, int volume) {
        return "id: e1-%s\nevent: quote\ndata: %s\n\n"
                .formatted(seq, """
                {"symbol":"%s","last":%s,"lastSize":100,"open":100,"high":110,"low":90,"previousClose":100,"change":%s,\
                "changePercent":%s,"volume":%s,"seq":%s,"time":"2026-11-22T09:30:00.000000Z","status":"trading"}""".formatted(symbol, 100 + change, change, change, volume, seq));
    }

    private Dashboard open() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=market");
        assertThat(dashboard.page().locator(".heat .tile")).hasCount(3);
        // Tiles can be there before their prices.
        assertThat(tile(dashboard, "MSFT")).hasText("MSFT 0.00%");
        return dashboard;
    }
}
