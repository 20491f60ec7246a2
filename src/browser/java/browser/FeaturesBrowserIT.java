package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The seam between the page and its features: each can be taken out, and others can come from jars.
class FeaturesBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String SAMPLE = """
            // @ts-check
            export default {
              name: 'sample',
              words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
              views: [{ name: 'sample', tag: 'sample-view', label: 'sample.view', key: 'x', help: 'sample.key', load: () => import('./parts.js') }],
              parts: [{ slot: 'tools', tag: 'sample-tool', load: () => import('./parts.js') }],
              settings: [{ name: 'sample', label: 'sample.setting', values: ['one', 'two'] }],
            };
            """;

    private static final String PARTS = """
            // @ts-check
            import { say } from '../core/words.js';
            customElements.define('sample-view', class extends HTMLElement {
              connectedCallback() { this.textContent = say('sample.hello'); }
            });
            customElements.define('sample-tool', class extends HTMLElement {
              connectedCallback() { this.textContent = 'a tool'; }
            });
            """;

    private static final String WORDS = """
            // @ts-check
            export const words = {
              'sample.view': '%s', 'sample.key': 'the key of it', 'sample.hello': 'Hello from a jar',
              'sample.setting': 'Sample', 'sample.setting.one': 'One', 'sample.setting.two': 'Two',
              'pause.pause': 'Overwritten',
            };
            """;

    @TempDir
    Path directory;

    static List<String> optionalFeatures() throws IOException {
        return PageFeatures.optional();
    }

    @ParameterizedTest
    @MethodSource("optionalFeatures")
    void withoutItsFolderAndItsLineAFeatureIsGoneAndThePageWorks(String feature) throws IOException {
        PageCopy.in(directory, feature).replace("app.js", "  import('./%s/feature.js'),\n".formatted(feature), "");
        try (var server = new ScriptedServer(directory, ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour())) {
            Page page = CHROMIUM.page();
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.onRequestFailed(request -> errors.add(request.url()));

            page.navigate(server.uri().toString());

            assertThat(page.locator("connection-indicator [role=status]")).hasText("Live");
            assertThat(page.locator("tr[data-symbol=AAPL] .last")).hasText("30.00");
            server.send(ScriptedEvents.quote("e1-5", "AAPL", 2, "31"));
            assertThat(page.locator("tr[data-symbol=AAPL] .last")).hasText("▲31.00");
            new Dashboard(page).awaitTools();
            page.locator("nav a").last().click();
            page.keyboard().press("Alt+q");
            page.keyboard().press("Alt+i");
            // A letter that is no key any more begins a search.
            page.keyboard().press("Escape");
            page.locator("tr[data-symbol=AAPL] a").click();
            assertThat(page).hasURL(server.uri() + "?symbol=AAPL");
            assertThat(page.locator("tr[data-symbol=AAPL] a")).hasAttribute("aria-current", "true");
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void mostFeaturesAreOptional() throws IOException {
        assertThat(optionalFeatures()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"en-US, A sample, Settings", "zh-CN, 样例, 设置"})
    void aFeatureFromAJarAppearsWithAllItsPartsInTheVisitorsLanguage(String locale, String name, String settings)
            throws IOException {
        String known = PageFeatures.optional().getLast();
        try (var server = serverWith("""
                [{"module":"sample/feature.js"},{"module":"%s/feature.js"}]""".formatted(known))) {
            serveSample(server);
            Dashboard dashboard = Dashboard.open(CHROMIUM.page(options -> options.setLocale(locale)), server.uri());
            Page page = dashboard.page();

            assertThat(page.locator("sample-tool")).hasText("a tool");
            assertThat(page.locator("nav a")).hasCount(PageFeatures.views().size() + 1);
            assertThat(page.locator("nav a").last()).hasText(name);
            page.keyboard().press("Alt+x");
            assertThat(page.locator("sample-view")).hasText("Hello from a jar");
            assertThat(page.locator("quote-table")).isHidden();
            assertThat(page).hasURL(server.uri() + "?view=sample");
            assertThat(page.locator("nav a").last()).hasAttribute("aria-current", "page");
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).containsText("the key of it");
            page.keyboard().press("Escape");
            page.getByLabel(settings, new Page.GetByLabelOptions().setExact(true))
                    .click();
            page.getByLabel("Sample").selectOption("two");
            assertThat(page.evaluate(
                            "import('/core/preferences.js').then(({ preferences }) => preferences.get('sample'))"))
                    .isEqualTo("two");
            assertThat(page.locator("pause-button")).not().hasText("Overwritten");
        }
    }

    @Test
    void anAddressMayAskForAViewFromAJar() {
        try (var server = serverWith("[{\"module\":\"sample/feature.js\"}]")) {
            serveSample(server);

            Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), "?view=sample");

            assertThat(dashboard.page().locator("sample-view")).isVisible();
            assertThat(dashboard.page().locator("quote-table")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"module":"missing/feature.js"},{"module":"broken/feature.js"},{"module":"sample/feature.js"}]
            [{},{"module":"sample/feature.js"}]""")
    void aFeatureThatFailsLeavesTheOthersAndThePageWhole(String features) {
        try (var server = serverWith(features)) {
            serveSample(server);
            server.serve("/broken/feature.js", "text/javascript", "throw new Error('broken');");

            Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");

            assertThat(dashboard.page().locator("sample-tool")).isVisible();
            assertThat(dashboard.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")))
                    .isVisible();
            assertThat(dashboard.page().evaluate("performance.getEntriesByType('navigation')[0].type"))
                    .isEqualTo("navigate");
        }
    }

    @Test
    void aServerWithoutAListOfFeaturesIsNoProblem() {
        try (var server = serverWith("no JSON")) {
            Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");

            assertThat(dashboard.cell("AAPL", "last")).hasText("30.00");
        }
    }

    private static ScriptedServer serverWith(String features) {
        var server = new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());
        server.serve("/api/features", "application/json", features);
        return server;
    }

    private static void serveSample(ScriptedServer server) {
        server.serve("/sample/feature.js", "text/javascript", SAMPLE);
        server.serve("/sample/parts.js", "text/javascript", PARTS);
        server.serve("/sample/words/en.js", "text/javascript", WORDS.formatted("A sample"));
        server.serve("/sample/words/zh.js", "text/javascript", WORDS.formatted("样例"));
    }
}
