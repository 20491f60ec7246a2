package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import it.extension.SampleWar;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The part of the page that a feature in a jar brings.
class SampleFeatureBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(SampleWar.build(), Map.of("FEED_SOURCE", "sample"));
    }

    @Test
    void itsViewIsInTheNavigationAndFollowsItsTopic() {
        Dashboard writer = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");
        Dashboard reader = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=memos");
        assertThat(reader.connection()).hasText("Live");

        link(writer, "Memos").click();
        assertThat(link(writer, "Memos")).hasAttribute("aria-current", "page");
        write(writer, "SINE", "from one page to the other");

        assertThat(memo(writer, "from one page to the other")).isVisible();
        assertThat(memo(reader, "from one page to the other")).containsText("SINE");
        assertThat(reader.page().locator(".tools memo-count")).containsText("memo");
    }

    @Test
    void itsKeyItsHelpAndItsSettingAreBesideTheOthers() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");
        assertThat(link(dashboard, "Memos")).isVisible();

        dashboard.page().keyboard().press("Alt+n");
        assertThat(dashboard.page().locator("memos-view")).isVisible();
        assertThat(dashboard.page().locator("quote-table")).isHidden();
        dashboard.page().keyboard().press("?");
        assertThat(dashboard.page().getByText("the memos", exactText())).isVisible();
        dashboard.page().keyboard().press("Escape");
        dashboard.page().getByLabel("Settings", exactLabel()).click();
        assertThat(dashboard.page().getByLabel("Order of memos")).hasValue("newest");
    }

    @Test
    void refusalOfTheServerIsShown() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=memos");

        write(dashboard, "NOPE", "of nothing");

        assertThat(dashboard.page().locator("memos-view [role=status]"))
                .hasText("The memo was not written: unknown symbol: NOPE");
    }

    @Test
    void itSpeaksTheLanguageOfTheVisitor() {
        Page page = CHROMIUM.page(options -> options.setLocale("zh-CN"));
        Dashboard dashboard = Dashboard.open(page, server.uri(), "?view=memos");

        assertThat(link(dashboard, "备忘")).isVisible();
        assertThat(page.locator("memos-view button")).hasText("写入");
        assertThat(page.locator(".tools memo-count")).containsText("条备忘");
    }

    private static Locator link(Dashboard dashboard, String text) {
        return dashboard.page().locator("view-links a").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void write(Dashboard dashboard, String symbol, String text) {
        Locator form = dashboard.page().locator("memos-view form");
        form.locator("[name=symbol]").fill(symbol);
        form.locator("[name=text]").fill(text);
        form.locator("button").click();
    }

    private static Locator memo(Dashboard dashboard, String text) {
        return dashboard.page().locator("memos-view li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Page.GetByTextOptions exactText() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.GetByLabelOptions exactLabel() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
