package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The visitor's choices, on the page or in the system: colours and language.
class SettingsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.hello("e1", "PT15S")
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10", "09:30:00.000000", "halted"));

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theVisitorsChoiceOfColoursGoesBeforeTheSystemsAndLasts(ColorScheme system) {
        Dashboard dashboard = open("", options -> options.setColorScheme(system));
        String other = system == ColorScheme.LIGHT ? "dark" : "light";

        dashboard.page().getByLabel("Settings", exactly()).click();
        dashboard.page().getByLabel("Appearance").selectOption(other);

        Chromium.eventually(() -> assertThat(scheme(dashboard)).isEqualTo(other));
        dashboard.page().reload();
        assertThat(dashboard.connection()).hasText("Live");
        Chromium.eventually(() -> assertThat(scheme(dashboard)).isEqualTo(other));
    }

    @ParameterizedTest
    @CsvSource({"red, red green", "blue, blue orange"})
    void theColoursOfRiseAndFallCanBeChosenAndLast(String palette, String hues) {
        Dashboard dashboard = open("", options -> options.setColorScheme(ColorScheme.LIGHT));

        dashboard.page().getByLabel("Settings", exactly()).click();
        dashboard.page().getByLabel("Rise and fall").selectOption(palette);

        Chromium.eventually(() -> assertThat(hues(dashboard)).isEqualTo(hues));
        dashboard.page().reload();
        assertThat(dashboard.connection()).hasText("Live");
        Chromium.eventually(() -> assertThat(hues(dashboard)).isEqualTo(hues));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, red, green", "zh-TW, red, green", "en-US, green, red", "de-DE, green, red"})
    void untilAVisitorChoosesRisesHaveTheColourOfTheLanguage(String locale, String rise, String fall) {
        Dashboard dashboard = open("", options -> options.setLocale(locale).setColorScheme(ColorScheme.LIGHT));

        Chromium.eventually(() -> assertThat(hues(dashboard)).isEqualTo(rise + " " + fall));
        dashboard.page().locator("settings-button button").click();
        Locator palette = dashboard.page().locator("dialog select:has([value=blue])");
        assertThat(palette).hasValue(rise);
        palette.selectOption("blue");
        dashboard.page().reload();
        assertThat(dashboard.connection()).isVisible();
        Chromium.eventually(() -> assertThat(hues(dashboard)).isEqualTo("blue orange"));
    }

    @Test
    void chineseSentencesFollowEachOtherWithoutASpace() {
        Dashboard dashboard = open("", options -> options.setLocale("zh-CN"));

        dashboard.page().keyboard().press("Alt+p");

        assertThat(dashboard.banner().locator("p")).hasText(Pattern.compile("您已暂停行情。价格截至 [\\d:]+。"));
        dashboard.page().keyboard().press("Alt+p");
        assertThat(dashboard.banner().locator("p")).hasText(Pattern.compile("已恢复（暂停 \\d+ 秒）。[^ ]+"));
    }

    @Test
    void aChineseVisitorGetsAChinesePage() {
        Dashboard dashboard = open("?symbol=AAPL", options -> options.setLocale("zh-CN"));
        Page page = dashboard.page();

        assertThat(dashboard.connection()).hasText("实时");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("quote-table thead th.last")).hasText("最新价");
        assertThat(dashboard.cell("MSFT", "age")).containsText("停牌");
        assertThat(dashboard.cell("AAPL", "volume")).hasText("1.2亿");
        page.locator("nav a").last().click();
        page.keyboard().press("Alt+i");
        page.getByLabel("设置", exactly()).click();
        assertThat(page.evaluate("document.body.innerText.match(/\\b(Live|Quotes|Market|Volume|Open|Bid|Help)\\b/)"))
                .isNull();
        Axe.check(page, "Chinese");
    }

    @Test
    void theLanguageCanBeChosen() {
        Dashboard dashboard = open("", options -> {});
        dashboard.page().getByLabel("Settings", exactly()).click();

        dashboard.page().getByLabel("Language").selectOption("zh");

        assertThat(dashboard.connection()).hasText("实时");
        dashboard.page().getByLabel("设置", exactly()).click();
        dashboard.page().getByLabel("语言").selectOption("en");
        assertThat(dashboard.connection()).hasText("Live");
    }

    private static Object scheme(Dashboard dashboard) {
        return dashboard.page().evaluate("""
                () => getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3)
                  .reduce((sum, part) => sum + Number(part), 0) > 380 ? 'light' : 'dark'""");
    }

    /// The names of the hues that are nearest to the colours of a rise and a fall.
    private static Object hues(Dashboard dashboard) {
        return dashboard.page().evaluate("""
                () => ['up', 'down'].map((day) => {
                  const probe = document.body.appendChild(document.createElement('i'));
                  probe.style.color = `var(--${day})`;
                  const [red, green, blue] = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
                  probe.remove();
                  const most = Math.max(red, green, blue);
                  const range = most - Math.min(red, green, blue);
                  const sixth = most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
                  const names = { red: 0, orange: 30, green: 150, blue: 210 };
                  const away = (hue) => Math.abs(((sixth * 60 - hue + 540) % 360) - 180);
                  return Object.keys(names).sort((one, other) => away(names[one]) - away(names[other]))[0];
                }).join(' ')""");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private Dashboard open(String place, Consumer<NewContextOptions> options) {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(options), server.uri(), place);
        assertThat(dashboard.rows()).hasCount(2);
        // The rows can be there before the stream.
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        return dashboard;
    }
}
