package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many tabs of one browser over plain HTTP/1.1, where a browser opens at most six connections to a server.
class TabsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = OrdinaryServer.get();
    }

    @BeforeEach
    void noStreamsOfEarlierTests() {
        awaitStreams(0);
    }

    @Test
    void tenTabsAreLiveOverOneConnectionAndTheirRequestsAreAnswered() {
        BrowserContext browser = CHROMIUM.page().context();
        List<Dashboard> tabs =
                Stream.generate(() -> open(browser.newPage())).limit(10).toList();

        for (Dashboard tab : tabs) {
            tab.awaitMovingPrices();
            assertThat(tab.page().evaluate("fetch('api/quotes').then(r => r.json()).then(all => all.length)"))
                    .isEqualTo(OrdinaryServer.INSTRUMENTS);
        }
        awaitStreams(1);

        tabs.stream().skip(1).forEach(tab -> tab.page().close());
        tabs.getFirst().awaitMovingPrices();
        awaitStreams(1);
        tabs.getFirst().page().close();
        awaitStreams(0);
    }

    @Test
    void aTabThatComesLaterHasAllPricesAtOnce() {
        Dashboard first = open(CHROMIUM.page());
        first.awaitMovingPrices();

        Dashboard second = open(first.page().context().newPage());

        second.awaitMovingPrices();
        assertThat(second.symbols()).containsExactlyElementsOf(first.symbols());
        assertThat(second.banner()).isHidden();
    }

    @Test
    void withoutSharedWorkersEachTabHasItsOwnConnection() {
        BrowserContext browser = CHROMIUM.page().context();
        browser.addInitScript("delete window.SharedWorker");

        Dashboard first = open(browser.newPage());
        Dashboard second = open(browser.newPage());

        first.awaitMovingPrices();
        second.awaitMovingPrices();
        awaitStreams(2);
        first.page().close();
        awaitStreams(1);
    }

    @Test
    void aPageWorksIfItsWorkerCannotBeLoaded() {
        BrowserContext browser = CHROMIUM.page().context();
        browser.route("**/core/hub-worker.js", route -> route.abort());

        Dashboard tab = open(browser.newPage());

        tab.awaitMovingPrices();
    }

    @Test
    void aPageWorksIfItsWorkerNeverAnswers() {
        BrowserContext browser = CHROMIUM.page().context();
        browser.route("**/core/hub-worker.js", route -> {});

        Dashboard tab = open(browser.newPage());

        tab.awaitMovingPrices();
    }

    @Test
    void aPageWhoseHubCannotBeLoadedSaysSoAndReloadsWhenItCan() {
        Page page = CHROMIUM.page();
        page.context().route("**/core/{hub,hub-worker}.js", route -> route.abort());

        Dashboard tab = Dashboard.open(page, server.uri());
        tab.awaitStatus("Reconnecting");
        assertThat(tab.banner()).isVisible();
        page.context().unroute("**/core/{hub,hub-worker}.js");

        tab.awaitMovingPrices();
    }

    @Test
    void aTabThatIsReloadedLeavesNoOtherBehind() {
        Dashboard first = open(CHROMIUM.page());
        Dashboard second = open(first.page().context().newPage());

        second.page().reload();
        second.awaitMovingPrices();

        Chromium.await(second.page(), "async () => (await import('/core/stream.js')).stream.tabs === 2");
        for (Dashboard tab : List.of(first, second)) {
            tab.page().bringToFront();
            tab.page().keyboard().press("Alt+p");
        }
        awaitStreams(0);
    }

    @Test
    void eachTabHasItsOwnRateAndItsOwnPause() {
        Dashboard slow = open(CHROMIUM.page());
        Dashboard fast = open(slow.page().context().newPage());
        slow.page().keyboard().press("Alt+i");
        slow.page().getByLabel("1 a second").check();

        assertThat(slow.page().locator(".query dd")).hasText("topic=quote,status");
        assertThat(slow.page().locator(".tabs dd")).hasText("2");
        assertThat(slow.page().locator(".merged dd")).not().hasText("0 (0.00%)");
        fast.page().keyboard().press("Alt+p");

        // The fast tab wants nothing now, so the connection needs only the rate of the slow one.
        assertThat(slow.page().locator(".query dd")).hasText("topic=quote,status&rate=1");
        assertThat(slow.connection()).hasText("Live");
        assertThat(fast.connection()).hasText("Paused");
        slow.awaitMovingPrices();
        fast.page().keyboard().press("Alt+p");
        assertThat(fast.connection()).hasText("Live");
        fast.awaitMovingPrices();
    }

    @Test
    void aHiddenTabPaintsNothingAndIsRightWhenItIsSeenAgain() {
        Dashboard tab = open(CHROMIUM.page());
        tab.awaitMovingPrices();
        Page page = tab.page();

        Object painted = page.evaluate("""
                async () => {
                  const { painted } = await import('/core/painter.js');
                  const { quotes } = await import('/quotes/quote-store.js');
                  const { stream } = await import('/core/stream.js');
                  const hide = (hidden) => {
                    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
                    document.dispatchEvent(new Event('visibilitychange'));
                  };
                  let deliveries = 0;
                  hide(true);
                  await new Promise(requestAnimationFrame);
                  const before = painted.frames;
                  const received = quotes.received;
                  stream.addEventListener('batch', () => deliveries++);
                  while (quotes.received < received + 50) await new Promise((resolve) => setTimeout(resolve, 50));
                  const frames = painted.frames - before;
                  hide(false);
                  return `${frames} frames, ${deliveries < 30 ? 'few' : deliveries} deliveries`;
                }""");

        assertThat(painted).isEqualTo("0 frames, few deliveries");
        tab.awaitMovingPrices();
    }

    private static void awaitStreams(int count) {
        await("%s streams".formatted(count)).atMost(Chromium.PATIENCE).until(() -> server.subscribers() == count);
    }

    private static Dashboard open(Page page) {
        Dashboard dashboard = Dashboard.open(page, server.uri());
        dashboard.awaitStatus("Live");
        return dashboard;
    }
}
