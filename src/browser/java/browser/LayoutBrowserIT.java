package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page on small screens, in the dark theme, and with reduced motion.
class LayoutBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT", "LONGEST.X"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "98765.40")
                    + ScriptedEvents.quote("e1-3", "LONGEST.X", 1, "0.05"));

    @Test
    void threeHundredAndSixtyPixelsAreEnough() {
        Dashboard dashboard = open(options -> options.setViewportSize(360, 740));

        assertThat(dashboard.cell("MSFT", "last")).isVisible();
        assertThat(dashboard.cell("MSFT", "percent")).isVisible();
        assertThat(dashboard.cell("MSFT", "bid")).isHidden();
        assertThat(dashboard.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(360);
    }

    @Test
    void aNameHasTheWholeLineBelowItsSymbolOnASmallScreen() {
        Dashboard dashboard = open(options -> options.setViewportSize(360, 740));

        assertThat(dashboard.page().evaluate("""
                () => {
                  const cell = document.querySelector('tr[data-symbol=AAPL] .symbol');
                  const name = cell.querySelector('small span').getBoundingClientRect();
                  const symbol = cell.querySelector('a').getBoundingClientRect();
                  const edge = cell.getBoundingClientRect().right;
                  return `${name.left - symbol.left} ${edge - name.right < 10} ${name.top >= symbol.top + 16}`;
                }""")).isEqualTo("0 true true");
    }

    @Test
    void aLongNameGoesOnBelowThePrices() {
        Dashboard dashboard = open(options -> options.setViewportSize(360, 740));

        assertThat(dashboard.page().evaluate("""
                () => {
                  const row = document.querySelector('tr[data-symbol=MSFT]');
                  const box = (part) => row.querySelector(part).getBoundingClientRect();
                  const [name, price, trend] = [box('.symbol small span'), box('.price'), box('.trend')];
                  return `${trend.left - name.right < 10} ${name.right <= trend.left} ${name.top >= price.bottom}`;
                }""")).isEqualTo("true true true");
    }

    @Test
    void aNameIsShownAtEveryWidthHoweverLongThePricesAre() {
        Dashboard dashboard = open(options -> {});
        server.send(ScriptedEvents.quote("e1-4", "MSFT", 2, "1234567.89"));
        assertThat(dashboard.cell("MSFT", "last")).containsText("1,234,567.89");

        for (int width = 320; width <= 1600; width += 40) {
            dashboard.page().setViewportSize(width, 740);
            assertThat(dashboard.page().locator("tr[data-symbol=AAPL] :is(.name, small span):visible"))
                    .hasCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 768})
    void nothingJumpsWhenTheToolsCome(int width) {
        Page page = CHROMIUM.page(options -> options.setViewportSize(width, 740));
        page.addInitScript("""
                new MutationObserver((_, observer) => {
                  const table = document.querySelector('quote-table tbody tr');
                  if (!table) return;
                  observer.disconnect();
                  window.first = document.querySelector('main').offsetTop;
                }).observe(document, { subtree: true, childList: true });""");

        Dashboard.open(page, server.uri());

        assertThat(page.evaluate("document.querySelector('main').offsetTop - window.first"))
                .isEqualTo(0);
    }

    @Test
    void noNumberIsCutAtAnyWidth() {
        Dashboard dashboard = open(options -> {});
        server.send(ScriptedEvents.quote("e1-4", "MSFT", 2, "98765.40", "08:35:00.000000", "halted"));
        assertThat(dashboard.cell("MSFT", "age")).hasText(Pattern.compile("Halted 5\\dm"));

        for (int width = 320; width <= 1600; width += 40) {
            dashboard.page().setViewportSize(width, 740);
            assertWholeAt(dashboard.page(), width);
        }
    }

    private static void assertWholeAt(Page page, int width) {
        Chromium.eventually(() -> {
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('tbody :is(td:not(.name), .symbol small)')]
                      .filter((part) => part.matches('td') ? part.scrollWidth > part.clientWidth
                        : part.getBoundingClientRect().bottom > part.closest('th').getBoundingClientRect().bottom)
                      .map((cell) => cell.className).join()""")).as("at %s pixels", width).isEqualTo("");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 600, 800, 1100, 1440})
    void noRowMovesWhenTheConnectionIsLostAndFound(int width) {
        Dashboard dashboard = open(options -> options.setViewportSize(width, 740));
        Object before = places(dashboard);
        server.answerStreamsWith(503);

        server.endStreams();
        assertThat(dashboard.banner()).containsText("The connection is lost.");
        assertThat(dashboard.banner()).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(places(dashboard)).isEqualTo(before);

        server.answerStreamsWith(200);
        dashboard.retryNow();
        assertThat(dashboard.banner()).containsText("Back after");
        assertThat(places(dashboard)).isEqualTo(before);
    }

    private static Object places(Dashboard dashboard) {
        return dashboard.page().evaluate("""
                () => [...document.querySelectorAll('header, header button:not(connection-banner *), thead, tbody tr')]
                  .map((part) => part.getBoundingClientRect())
                  .map(({ left, top, width, height }) => [left, top, width, height].join(' ')).join()""");
    }

    @Test
    void theDarkPageIsDarkAndTheLightOneLight() {
        Dashboard light = open(options -> options.setColorScheme(ColorScheme.LIGHT));
        Dashboard dark = open(options -> options.setColorScheme(ColorScheme.DARK));

        assertThat(brightness(light, "backgroundColor")).isGreaterThan(700);
        assertThat(brightness(light, "color")).isLessThan(150);
        assertThat(brightness(dark, "backgroundColor")).isLessThan(100);
        assertThat(brightness(dark, "color")).isGreaterThan(600);
    }

    @Test
    void aTickMovesNothingForThoseWhoAskedForStillness() {
        Dashboard moving = open(options -> options.setReducedMotion(ReducedMotion.NO_PREFERENCE));
        Dashboard still = open(options -> options.setReducedMotion(ReducedMotion.REDUCE));
        assertThat(moving.cell("AAPL", "last")).hasText("189.30");
        assertThat(still.cell("AAPL", "last")).hasText("189.30");
        watchTheNextTick(moving);
        watchTheNextTick(still);

        server.send(ScriptedEvents.quote("e1-4", "AAPL", 2, "189.40"));

        assertThat(moving.cell("AAPL", "last")).hasText("▲189.40");
        assertThat(still.cell("AAPL", "last")).hasText("▲189.40");
        assertThat(moving.page().evaluate("window.lit")).isEqualTo(true);
        assertThat(still.page().evaluate("window.lit")).isEqualTo(false);
    }

    @Test
    void browserThatKnowsModulesButNotTheColoursKeepsTheSentence() {
        Page page = CHROMIUM.page(options -> {});
        page.addInitScript("CSS.supports = () => false");

        page.navigate(server.uri().toString());

        // Waits until the module has done all that it does.
        page.evaluate("import('/start.js').then(() => {})");
        assertThat(page.locator(".unsupported")).containsText("Chrome or Edge 123");
        assertThat(page.locator("quote-table")).hasCount(0);
    }

    private static void watchTheNextTick(Dashboard dashboard) {
        dashboard.page().evaluate("""
                () => {
                  const price = document.querySelector('tr[data-symbol=AAPL] .price');
                  new MutationObserver(() =>
                    window.lit = getComputedStyle(price).backgroundColor !== 'rgba(0, 0, 0, 0)')
                    .observe(price, { subtree: true, childList: true, characterData: true });
                }""");
    }

    /// The sum of red, green and blue, 0 to 765.
    private static int brightness(Dashboard dashboard, String property) {
        Object sum = dashboard.page().evaluate("""
                (property) => getComputedStyle(document.documentElement)[property]
                  .match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)""", property);
        return ((Number) sum).intValue();
    }

    private Dashboard open(Consumer<NewContextOptions> options) {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(options), server.uri());
        assertThat(dashboard.rows()).hasCount(3);
        assertThat(dashboard.connection()).hasText("Live");
        // Columns are as wide as the prices.
        assertThat(dashboard.cell("MSFT", "last")).hasText("98,765.40");
        return dashboard;
    }
}
