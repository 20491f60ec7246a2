package browser;

import static browser.AccountWindow.PASSWORD;
import static browser.AccountWindow.newName;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import it.Http;
import it.LibertyServer;
import it.ServerDirectory;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of a server that gives prices only to who has signed in.
class SignedInOnlyBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String FIRST = "Prices here are for people with an account. Sign in to see them.";

    @AutoClose
    private static LibertyServer server;

    @AutoClose
    private final ScriptedServer scripted =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                ServerDirectory.path("war"),
                ServerDirectory.path("server.config"),
                "api/session",
                Map.of(
                        "SIMULATOR_INSTRUMENTS", "10",
                        "ACCESS_READ", "signed-in",
                        "STREAM_RETRY", "PT0.5S",
                        "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "6000"));
    }

    @Test
    void pricesAreForNobodyElseAndWhatThePageIsMadeOfIsForAll() {
        for (String path : List.of("api/quotes", "api/instruments", "api/stream", "api/candles/AAPL")) {
            HttpResponse<String> answer = Http.get(server.uri(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            // So that what a browser keeps of one visitor is not shown to the next.
            assertThat(String.join(", ", answer.headers().allValues("Vary")).split(", "))
                    .as(path)
                    .contains("Authorization", "Cookie");
        }
        for (String path : List.of("", "api/session", "api/features")) {
            assertThat(Http.get(server.uri(path)).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void pageAsksToSignInAndPricesComeAndGoWithoutAReload() {
        Page page = CHROMIUM.page();
        Queue<Integer> bars = new ConcurrentLinkedQueue<>();
        page.onResponse(response -> {
            if (response.url().contains("api/candles/")) {
                bars.add(response.status());
            }
        });
        Dashboard dashboard = Dashboard.open(page, server.uri(), "?symbol=AAPL");
        page.evaluate("window.sameDocument = true");
        assertAsks(page, FIRST);
        String name = newName();

        notice(page).locator("button").click();
        var account = new AccountWindow(page);
        account.dialog().locator(".instead button").click();
        account.send(name, PASSWORD);

        account.awaitName(name);
        dashboard.awaitMovingPrices();
        assertThat(dashboard.connection()).hasText("Live");
        assertThat(notice(page)).isHidden();
        assertThat(account.button()).isFocused();
        page.waitForCondition(() -> bars.contains(200));
        account.signOut();
        assertAsks(page, FIRST);
        assertThat(account.button()).hasText("Sign in");
        assertThat(page.getByText("AAPL").first()).isHidden();

        notice(page).locator("button").click();
        account.send(name, PASSWORD);
        dashboard.awaitMovingPrices();
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    void sessionThatEndsElsewhereIsToldInAllTabsAndOneSignInBringsBackAll() {
        Page first = CHROMIUM.page();
        var account = new AccountWindow(Dashboard.open(first, server.uri()).page());
        String name = newName();
        account.signUp(name);
        // As in browsers without shared workers.
        Page second = first.context().newPage();
        second.addInitScript("delete window.SharedWorker");
        Dashboard.openLive(second, server.uri(), "");

        account.endElsewhere(server.uri());

        for (Page tab : List.of(first, second)) {
            assertAsks(tab, "Your session has ended. Sign in again to see prices.");
            new AccountWindow(tab).awaitEnd();
        }
        notice(first).locator("button").click();
        assertThat(account.dialog().locator(".ended")).hasText("Your session has ended.");
        account.send(name, PASSWORD);
        for (Page tab : List.of(first, second)) {
            new AccountWindow(tab).awaitName(name);
            new Dashboard(tab).awaitMovingPrices();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US, 1440", "DARK, en-US, 360", "LIGHT, zh-CN, 360", "DARK, zh-CN, 1440"})
    void pricesThatTakeASignInAreAskedForWithoutAViolationToo(ColorScheme scheme, String locale, int width) {
        refusePrices();
        Page page = CHROMIUM.page(
                options -> options.setColorScheme(scheme).setLocale(locale).setViewportSize(width, 740));
        Dashboard.open(page, scripted.uri());
        assertThat(notice(page)).isVisible();
        assertThat(page.locator("account-button[data-state=nobody]")).isVisible();
        AccountWindowBrowserIT.check(page, "prices take a sign-in");
        notice(page).locator("button").click();
        assertThat(page.locator("dialog form")).isVisible();
        AccountWindowBrowserIT.check(page, "sign in for prices");
    }

    @Test
    void nobodyAsksForPricesAgainBeforeSomebodySignsIn() {
        refusePrices();
        Page page = CHROMIUM.page();
        // A test cannot move the clock of a worker.
        page.addInitScript("delete window.SharedWorker");
        var requests = new ConcurrentLinkedQueue<String>();
        page.onRequest(request -> requests.add(request.url().replaceFirst(".*/api/(\\w+).*", "$1")));
        page.clock().install();
        page.navigate(scripted.uri() + "?symbol=AAPL");
        assertThat(notice(page)).isVisible();
        page.clock().runFor(60_000);
        assertThat(page.locator("account-button[data-state=nobody]")).isVisible();
        List<String> first = pricesIn(requests);

        page.clock().runFor(600_000);
        assertThat(page.evaluate("fetch('favicon.svg').then(({ ok }) => ok)")).isEqualTo(true);

        assertThat(first).contains("stream", "quotes", "instruments").hasSizeLessThan(12);
        assertThat(pricesIn(requests)).isEqualTo(first);
        scripted.serve("/api/instruments", "application/json", ScriptedEvents.fourShares());
        scripted.serve("/api/accounts", 201, ScriptedServer.ANN);
        scripted.answerStreamsWith(200);
        notice(page).locator("button").click();
        AccountWindow account = new AccountWindow(page);
        account.dialog().locator(".instead button").click();
        account.send("ann", PASSWORD);
        assertThat(new Dashboard(page).cell("AAPL", "last")).hasText("30.00");
    }

    private void refusePrices() {
        scripted.answerStreamsWith(401);
        for (String path : List.of("/api/quotes", "/api/instruments", "/api/candles/")) {
            scripted.serve(path, 401, "{}");
        }
    }

    private static List<String> pricesIn(Queue<String> requests) {
        return requests.stream()
                .filter(List.of("stream", "quotes", "instruments", "candles", "trades")::contains)
                .toList();
    }

    private static Locator notice(Page page) {
        return page.locator("sign-in-notice");
    }

    private static void assertAsks(Page page, String text) {
        assertThat(new Dashboard(page).connection()).hasText("Not signed in");
        assertThat(notice(page).getByRole(AriaRole.STATUS)).hasText(text);
        assertThat(page.locator("main")).not().isVisible();
        assertThat(new Dashboard(page).banner()).isHidden();
    }
}
