package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import it.LibertyServer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a visit costs, measured in what does not depend on the machine.
class PageCostBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /// Finds all that a module imports: each file with the files that it imports.
    private static final String IMPORTS = """
            const imports = async (name, known = new Map()) => {
              const named = (await (await fetch(name)).text()).matchAll(/^import (?:.* from )?'(.+)';$/gm);
              known.set(name, [...named].map(([, path]) => new URL(path, name).href));
              for (const one of known.get(name)) if (!known.has(one)) await imports(one, known);
              return known;
            };""";

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = OrdinaryServer.get();
    }

    @Test
    void thePageWithoutItsChartLibraryIsUnderAHundredKilobytes() {
        Page page = CHROMIUM.page();
        Chromium.saveData(page);
        var loaded = new ConcurrentLinkedQueue<Response>();
        page.onResponse(response -> {
            if (!response.url().contains("/api/")) {
                loaded.add(response);
            }
        });

        Dashboard dashboard = Dashboard.open(page, server.uri(), "");
        dashboard.awaitStatus("Live");

        int bytes = List.copyOf(loaded).stream()
                .mapToInt(response -> response.request().sizes().responseBodySize)
                .sum();
        assertThat(loaded).hasSizeGreaterThan(30);
        assertThat(bytes).isBetween(20_000, 100 * 1024);
        assertThat(loaded).noneMatch(response -> response.url().contains("echarts"));
    }

    @Test
    void allViewsWithoutTheChartLibraryAreUnderAHundredKilobytes() {
        Page page = CHROMIUM.page();
        Dashboard dashboard = Dashboard.open(page, server.uri());
        dashboard.awaitMovingPrices();

        for (Locator view : page.locator("nav a").all()) {
            view.click();
            assertThat(page.locator("main > :not([hidden])").last())
                    .containsText(Pattern.compile("\\d|Nobody is on the board"));
        }
        page.evaluate("async () => (await import('/core/route.js')).route.navigate({ view: '', symbol: 'AAPL' })");
        page.locator("symbol-detail .statistics").waitFor();
        page.waitForFunction("() => !document.querySelector('main :not(:defined)')");

        Object sizes = page.evaluate("""
                async () => {
                  %s
                  const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .filter(({ name }) => !name.includes('/api/'));
                  const sizes = new Map(files.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
                  const views = ['detail/symbol-detail.js'];
                  const all = [...sizes.keys()];
                  const missing = views.filter((view) => !all.some((name) => name.endsWith(view)));
                  // What loads the library early is for the library alone; it comes when the page is at rest.
                  // Texts to read, rooms to talk in and tickets to trade come after the prices, from servers that have them, and have
                  // accounts of their own; what announces comes when there is something to say.
                  const later = /echarts|history\\/(prefetch|rehearsal)\\.js|core\\/announcements|live-prices|(commentary|chat)\\/(?!feature|chat-button)|trading\\/(?!feature|words)/;
                  const counted = [...sizes].filter(([name]) => !later.test(name));
                  const sum = (files) => files.reduce((all, [, size]) => all + size, 0);
                  const [texts, trading] = [/commentary\\/|live-prices/, /trading\\//].map((part) => sum([...sizes].filter(([name]) => part.test(name))));
                  const worker = await imports(new URL('/core/hub-worker.js', location).href);
                  let bytes = sum(counted);
                  for (const name of worker.keys()) {
                    if (!sizes.has(name)) bytes += Number((await fetch(name)).headers.get('Content-Length'));
                  }
                  return { missing: missing.join(), unsized: counted.filter(([, size]) => !size).join(), bytes, texts, trading };
                }""".formatted(IMPORTS));

        assertThat(sizes)
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("missing", "")
                .containsEntry("unsized", "")
                .hasEntrySatisfying("bytes", bytes -> assertThat((int) bytes).isBetween(20_000, 100_000))
                .hasEntrySatisfying("texts", texts -> assertCost("commentary", (int) texts, 16_000))
                .hasEntrySatisfying("trading", trading -> assertCost("trading", (int) trading, 35_000));
    }

    /// A feature costs something, unless it was deleted.
    private static void assertCost(String feature, int bytes, int most) {
        boolean isThere = PageFeatures.has(feature);
        assertThat(bytes).isBetween(isThere ? 200 : 0, isThere ? most : 0);
    }

    @Test
    void everyModuleOfTheFirstViewIsFetchedAtOnce() {
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri()).awaitMovingPrices();

        Object difference = page.evaluate("""
                () => {
                  const preloaded = new Set([...document.querySelectorAll('link[rel=modulepreload]')].map(({ href }) => href));
                  const modules = performance.getEntriesByType('resource')
                    .filter(({ name }) => name.endsWith('.js') && !/\\/(theme-boot|worker-boot|start)\\.js$|\\/words\\/\\w\\w\\.js$/.test(name));
                  // After the first prices the other tools are loaded, all at once.
                  const priced = modules.find(({ name }) => /\\/(?!pause)\\w+-button\\.js$/.test(name)).startTime;
                  const { first = [], later = [] } = Object.groupBy(modules, ({ name, startTime }) =>
                    startTime < priced && !/panel|button|-keys/.test(name) || preloaded.has(name) ? 'first' : 'later');
                  const missing = first.filter(({ name }) => !preloaded.has(name)).map(({ name }) => name);
                  return `${preloaded.size > 40 ? 'many' : preloaded.size} preloaded; not: ${missing}; ${later.length ? 'some' : 'none'} later`;
                }""");

        assertThat(difference).isEqualTo("many preloaded; not: ; some later");
    }

    @Test
    void theSharedWorkerNamesAllOfItsModulesItself() {
        Page page = CHROMIUM.page();
        page.navigate(server.uri() + "favicon.svg");

        Object unnamed = page.evaluate("""
                async () => {
                  %s
                  const worker = new URL('/core/hub-worker.js', location).href;
                  const known = await imports(worker);
                  const missing = [...known.keys()].filter((name) => name !== worker && !known.get(worker).includes(name));
                  return `${known.size > 10 ? 'many' : known.size} modules; not named: ${missing}`;
                }""".formatted(IMPORTS));

        assertThat(unnamed).isEqualTo("many modules; not named: ");
    }

    @Test
    void onlyRowsNearTheScreenHaveCellsAndTheTableIsAsHighFromTheStart() {
        Page page = CHROMIUM.page();
        page.addInitScript("""
                new MutationObserver((_, observer) => {
                  const body = document.querySelector('quote-table tbody');
                  if (!body?.children.length) return;
                  observer.disconnect();
                  window.first = { full: body.querySelectorAll('.last').length, height: body.offsetHeight };
                }).observe(document, { subtree: true, childList: true });""");

        Dashboard dashboard = Dashboard.open(page, server.uri());

        assertThat(dashboard.rows()).hasCount(OrdinaryServer.INSTRUMENTS);
        assertThat((int) page.evaluate("window.first.full")).isBetween(30, 65);
        dashboard.awaitMovingPrices();
        Chromium.eventually(() -> assertThat(dashboard.fullRows().count()).isBetween(30, 65));
        assertThat(page.evaluate("document.querySelector('quote-table tbody').offsetHeight - window.first.height"))
                .isEqualTo(0);
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri()).awaitStatus("Live");

        Object statuses = page.evaluate("""
                async () => {
                  const files = performance.getEntriesByType('resource').map(({ name }) => name)
                    .filter((name) => /\\.(js|css)$/.test(name));
                  const answers = await Promise.all(files.map(async (file) => {
                    const first = await fetch(file, { cache: 'no-store' });
                    const tag = first.headers.get('ETag') ?? 'none';
                    return (await fetch(file, { cache: 'no-store', headers: { 'If-None-Match': tag } })).status;
                  }));
                  return `${answers.length > 30 ? 'many' : answers.length}: ${[...new Set(answers)]}`;
                }""");

        assertThat(statuses).isEqualTo("many: 304");
    }

    @Test
    void ticksArePaintedOnceAFrameAndReadNoLayout() {
        Page page = CHROMIUM.page();
        // A chart that is drawn unseen, once the page is at rest, reads some.
        Chromium.saveData(page);
        page.addInitScript("""
                window.reads = {};
                window.frames = new Map();
                const read = (name) => (window.reads[name] = (window.reads[name] ?? 0) + 1);
                const spy = (owner, name) => {
                  const known = Object.getOwnPropertyDescriptor(owner, name);
                  const wrap = (call) => call && function (...args) { read(name); return call.apply(this, args); };
                  Object.defineProperty(owner, name, known.get
                    ? { ...known, get: wrap(known.get) } : { ...known, value: wrap(known.value) });
                };
                for (const name of ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft', 'innerText'])
                  spy(HTMLElement.prototype, name);
                for (const name of ['clientWidth', 'clientHeight', 'scrollWidth', 'scrollHeight', 'scrollTop',
                  'getBoundingClientRect', 'getClientRects', 'checkVisibility']) spy(Element.prototype, name);
                spy(window, 'getComputedStyle');
                const request = window.requestAnimationFrame;
                window.requestAnimationFrame = (paint) => request((time) => {
                  window.frames.set(time, (window.frames.get(time) ?? 0) + 1);
                  paint(time);
                });""");
        Dashboard dashboard = Dashboard.open(page, server.uri());
        dashboard.awaitMovingPrices();

        page.evaluate("() => { window.reads = {}; window.frames.clear(); }");
        // With a timer, because Playwright would request frames itself.
        page.waitForFunction(
                "() => window.frames.size > 20", null, new Page.WaitForFunctionOptions().setPollingInterval(50));

        assertThat(page.evaluate("JSON.stringify(window.reads)")).isEqualTo("{}");
        assertThat(page.evaluate("Math.max(...window.frames.values())")).isEqualTo(1);
    }
}
