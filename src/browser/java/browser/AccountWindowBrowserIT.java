package browser;

import static browser.AccountWindow.PASSWORD;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The window of the account in all its states, which a server is scripted for: none violates WCAG, the keyboard is
/// enough, and password managers find their fields.
class AccountWindowBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String TOKEN = """
            {"id":"t","name":"robot","scopes":["read","trade"],"created":"2026-11-27T12:00:00Z","token":"ttk_t.secret"}""";

    private static final String TOPICS = """
            [{"name":"mail","kind":"latest","key":"symbol","standard":false,"audience":"owner"},\
            {"name":"quote","kind":"latest","key":"symbol","standard":true,"audience":"all"},\
            {"name":"status","kind":"latest","standard":true,"audience":"all"}]""";
    private static final String SUBSCRIBE = """
            async (name) => {
              window[name] = [];
              (await import('/core/stream.js')).stream.subscribe('mail', ({ symbol }) => window[name].push(symbol));
            }""";

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US, 1440", "DARK, en-US, 360", "LIGHT, zh-CN, 360", "DARK, zh-CN, 1440"})
    void noStateHasAViolationAndNothingIsTooWide(ColorScheme scheme, String locale, int width) {
        Page page = CHROMIUM.page(
                options -> options.setColorScheme(scheme).setLocale(locale).setViewportSize(width, 740));
        AccountWindow account = open(page);
        check(page, "nobody");
        account.open();
        check(page, "sign in");
        server.serve("/api/session", 401, "{}");
        account.send("ann", PASSWORD);
        assertThat(account.problem()).not().isEmpty();
        check(page, "refused");
        account.dialog().locator(".instead button").click();
        account.dialog().locator(".field button").click();
        check(page, "sign up, with a password that is shown");

        server.serve("/api/accounts", 201, ScriptedServer.ANN);
        account.send("ann", PASSWORD);
        account.awaitNameAnywhere("ann");
        check(page, "signed in");
        server.serve("/api/tokens", exchange -> {
            boolean read = exchange.getRequestMethod().equals("GET");
            ScriptedServer.answer(exchange, read ? 200 : 201, read ? "[%s]".formatted(TOKEN) : TOKEN);
        });
        account.open();
        for (Locator part : account.dialog().locator("summary").all()) {
            part.click();
        }
        account.dialog().locator("[name=token-name]").fill("robot");
        account.dialog().locator("details").first().locator("[type=submit]").click();
        assertThat(account.dialog().locator(".created input")).hasValue("ttk_t.secret");
        check(page, "the account with all parts");
        page.keyboard().press("Escape");

        page.evaluate("import('/account/session.js').then(({ session }) => session.lose())");
        check(page, "ended");
        // Words are seen.
        page.waitForFunction("""
                () => [...document.querySelectorAll('account-button :is(.label, .announcement)')]
                  .some(({ offsetWidth }) => offsetWidth > 80)""");
        account.open();
        assertThat(account.dialog().locator(".ended")).isVisible();
        check(page, "sign in again");
    }

    @Test
    void keyboardIsEnoughAndComesBackToTheButton() {
        Page page = CHROMIUM.page();
        AccountWindow account = open(page);
        account.button().focus();

        page.keyboard().press("Enter");
        assertThat(account.dialog().locator("[name=username]")).isFocused();
        for (int step = 0; step < 12; step++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("""
                    () => document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)""")).isEqualTo(true);
        }
        page.keyboard().press("Escape");

        assertThat(account.dialog()).hasCount(0);
        assertThat(account.button()).isFocused();
        server.serve("/api/session", 200, ScriptedServer.ANN);
        page.keyboard().press("Enter");
        assertThat(account.dialog().locator("[name=username]")).isFocused();
        page.keyboard().type("ann");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        account.awaitName("ann");
        assertThat(account.button()).isFocused();
    }

    @Test
    void passwordManagersFindTheFields() {
        AccountWindow account = open(CHROMIUM.page());

        account.open();
        assertThat(account.dialog().locator("form")).hasCount(1);
        awaitKinds(account, "text username, password current-password");
        account.dialog().locator(".instead button").click();
        awaitKinds(account, "text username, password new-password");

        server.serve("/api/accounts", 201, ScriptedServer.ANN);
        account.dialog().locator("[name=username]").fill("ann");
        account.dialog().locator("[name=new-password]").fill(PASSWORD);
        // As managers send a form that they have filled in.
        account.dialog().locator("form").evaluate("form => form.requestSubmit()");
        account.awaitName("ann");
        account.open().section("Change the password");
        awaitKinds(account, "text username, password current-password, password new-password");
        assertThat(account.dialog().locator("[name=username]")).hasValue("ann");
    }

    @Test
    void privateTopicIsAskedForWhileSomebodyIsSignedInAndForgottenAfterwards() {
        server.restartWith(ScriptedEvents.fourShares(), ScriptedEvents.helloWithTopics("e1", TOPICS));
        AccountWindow account = open(CHROMIUM.page());
        account.page().evaluate(SUBSCRIBE, "first");
        server.serve("/api/accounts", 201, ScriptedServer.ANN);
        account.signUp("ann");
        server.awaitStreamOf("mail");
        server.send(ScriptedEvents.event("e1-1", "mail", "{\"symbol\":\"AAPL\"}"));
        account.page().waitForFunction("window.first.length === 1");

        server.serve("/api/session", exchange -> exchange.sendResponseHeaders(204, -1));
        account.signOut();
        account.page().waitForCondition(() -> !server.queries().getLast().contains("mail"));
        account.page().evaluate(SUBSCRIBE, "late");

        assertThat(account.page().evaluate("window.late.length")).isEqualTo(0);
        server.serve("/api/session", 200, ScriptedServer.ANN);
        account.signIn("ann", PASSWORD);
        account.page().waitForCondition(() -> server.queries().getLast().contains("mail"));
        server.send(ScriptedEvents.event("e1-2", "mail", "{\"symbol\":\"XOM\"}"));
        account.page().waitForFunction("window.late.length === 1 && window.first.length === 2");
    }

    @Test
    void secondRequestIsNotSentWhileTheFirstOneIsUnderWay() {
        AccountWindow account = open(CHROMIUM.page());
        var requests = new ConcurrentLinkedQueue<Route>();
        account.page().route("**/api/session", requests::add);

        account.open().send("ann", PASSWORD);
        assertThat(account.dialog().locator("form")).hasAttribute("aria-busy", "true");
        assertThat(account.dialog().locator("[type=submit]")).hasText("One moment…");
        account.dialog().locator("[type=submit]").click();
        account.page().waitForCondition(() -> !requests.isEmpty());
        requests.remove()
                .fulfill(new Route.FulfillOptions().setBody(ScriptedServer.ANN).setContentType("application/json"));

        account.awaitName("ann");
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | 12 | Too many attempts. Try again in 12 seconds.
            503 | 5  | The server can’t do this now. Try again in 5 seconds.
            503 |    | The server can’t do this now. Try again later.
            502 |    | The server says: 502
            0   |    | The server can’t be reached. Try again.""")
    void whatKeepsTheServerFromAnsweringIsTold(int status, @Nullable String wait, String problem) {
        AccountWindow account = open(CHROMIUM.page());
        account.page().route("**/api/session", route -> refuse(route, status, wait));

        account.open().send("ann", PASSWORD);

        assertThat(account.problem()).hasText(problem);
        assertThat(account.dialog().locator("form")).hasAttribute("aria-busy", "false");
    }

    private static void refuse(Route route, int status, @Nullable String wait) {
        if (status == 0) {
            route.abort();
        } else {
            Map<String, String> headers = wait == null ? Map.of() : Map.of("Retry-After", wait);
            route.fulfill(new Route.FulfillOptions().setStatus(status).setHeaders(headers));
        }
    }

    private static void awaitKinds(AccountWindow account, String kinds) {
        Chromium.eventually(() -> assertThat(account.dialog().evaluate("""
                (dialog) => [...dialog.querySelectorAll('form [autocomplete]')]
                  .map(({ type, autocomplete }) => `${type} ${autocomplete}`).join(', ')""")).isEqualTo(kinds));
    }

    /// Checks that what is shown violates nothing, and is not wider than the screen.
    static void check(Page page, String state) {
        Axe.check(page, state);
        assertThat(page.evaluate("""
                () => document.documentElement.scrollWidth > innerWidth
                  || [...document.querySelectorAll('.account')].some((one) => one.scrollWidth > one.clientWidth)""")).as("too wide: " + state).isEqualTo(false);
    }

    private AccountWindow open(Page page) {
        Dashboard.open(page, server.uri());
        assertThat(page.locator("account-button[data-state=nobody]")).isVisible();
        return new AccountWindow(page);
    }
}
