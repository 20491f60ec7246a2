package browser;

import static browser.AccountWindow.PASSWORD;
import static browser.AccountWindow.newName;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import it.Http;
import it.LibertyServer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signing in and out on the page, and what belongs to an account.
class AccountBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String NEXT_PASSWORD = "another horse battery";

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "10",
                "STREAM_RETRY", "PT0.5S",
                "STREAM_LAG", "PT10M",
                "STREAM_BURST", "1000000",
                "STREAM_BACKLOG", "1000000",
                "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "6000"));
    }

    @Test
    void whoSignsUpIsSignedInInAllTabsAndAfterAReload() {
        AccountWindow first = open(CHROMIUM.page());
        AccountWindow second = open(first.page().context().newPage());
        String name = newName();

        first.signUp(name);

        assertThat(first.button()).isFocused();
        assertThat(first.button()).hasAccessibleName("Account of " + name);
        second.awaitName(name);
        first.page().reload();
        first.awaitName(name);
    }

    @Test
    void nothingOfTheWindowIsLoadedBeforeItIsWantedAndTheFirstPricesComeFirst() {
        Page page = CHROMIUM.page();
        Queue<String> requests = new ConcurrentLinkedQueue<>();
        page.onRequest(request -> requests.add(request.url()));

        AccountWindow account = open(page);

        assertThat(requests).noneMatch(url -> url.contains("/account/dialog/"));
        List<String> inOrder = List.copyOf(requests);
        assertThat(inOrder).filteredOn(url -> url.endsWith("api/session")).hasSize(1);
        assertThat(inOrder.indexOf(server.uri("api/session").toString()))
                .isGreaterThan(inOrder.indexOf(server.uri("help/help-button.js").toString()));
        account.open();
        assertThat(requests).anyMatch(url -> url.contains("/account/dialog/"));
    }

    @Test
    void wrongPasswordAndTakenNameAreToldInWords() {
        AccountWindow account = open(CHROMIUM.page());
        String name = newName();
        open(CHROMIUM.page()).signUp(name);

        account.open().send(name, PASSWORD + "!");
        assertThat(account.problem()).hasText("Name and password do not fit.");
        account.dialog().locator(".instead button").click();
        account.send(name.toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(account.problem()).hasText("The name is taken, or looks like one that is taken.");
        account.dialog().locator(".instead button").click();
        account.send(name, PASSWORD);

        account.awaitName(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | ann | short                | A password has 12 to 256 characters.
            zh-CN | ann | short                | 密码须为 12 至 256 个字符。
            en-US | ann | aaaaaaaaaaaaaaaa     | A password has at least 5 different characters.
            en-US | bob | I am bob, I am bob   | A password does not contain the name.
            zh-CN | a   | correct horse        | 用户名须为 2 至 32 个字符。
            en-US | a_  | correct horse        | A name is letters and digits, with single spaces, dots, hyphens and underscores between them.
            en-US | аnn | correct horse        | A name is written in one script, not in several.""")
    void whatTheServerAsksForIsToldInTheVisitorsLanguage(String locale, String name, String password, String problem) {
        Page page = CHROMIUM.page(options -> options.setLocale(locale));
        var account = new AccountWindow(Dashboard.open(page, server.uri()).page());
        account.openSignUp().send(name, password);

        assertThat(account.problem()).hasText(problem);
    }

    @Test
    void signOutInOneTabSignsOutAllAtOnceAndAsksNobodyToSignInAgain() {
        AccountWindow first = open(CHROMIUM.page());
        AccountWindow second = open(first.page().context().newPage());
        String name = newName();
        first.signUp(name);
        second.awaitName(name);

        first.signOut();

        for (AccountWindow tab : List.of(first, second)) {
            assertThat(tab.button()).hasText("Sign in");
            new Dashboard(tab.page()).awaitMovingPrices();
            assertThat(tab.button()).hasText("Sign in");
            assertThat(tab.dialog()).hasCount(0);
        }
    }

    @Test
    void sessionThatEndsElsewhereIsToldAskedForOnceAndLosesNoPrice() {
        RecoveryRecorder visit = RecoveryRecorder.open(CHROMIUM.page(), server.uri());
        var account = new AccountWindow(visit.dashboard().page());
        String name = newName();
        account.signUp(name);
        Queue<String> renewals = new ConcurrentLinkedQueue<>();
        account.page().onRequest(request -> {
            if (request.method().equals("PUT")) {
                renewals.add(request.url());
            }
        });

        account.endElsewhere(server.uri());

        account.awaitEnd();
        visit.dashboard().awaitStatus("Closed by server", "Live");
        visit.assertWhole(server);
        assertThat(renewals).hasSize(1);
        assertThat(visit.opened()).as("first, signed in, refused, nobody").hasSizeBetween(3, 5);
        account.open();
        assertThat(account.dialog().locator(".ended")).isVisible();
        account.send(name, PASSWORD);
        account.awaitName(name);
        visit.assertWhole(server);
    }

    @Test
    void newPasswordSignsOutEverywhereElse() {
        AccountWindow laptop = open(CHROMIUM.page());
        String name = newName();
        laptop.signUp(name);
        AccountWindow phone = open(CHROMIUM.page()).signIn(name, PASSWORD);

        Locator section = laptop.open().section("Change the password");
        change(section, PASSWORD + "!");
        assertThat(section.locator(".problem")).hasText("The password is another one.");
        change(section, PASSWORD);

        assertThat(section.getByRole(AriaRole.STATUS))
                .hasText("The password is changed. You are signed out everywhere else.");
        phone.awaitEnd();
        phone.signIn(name, NEXT_PASSWORD);
        assertThat(laptop.button()).hasText(name);
    }

    @Test
    void tokenIsShownOnceWorksAndIsRevoked() {
        AccountWindow account = open(CHROMIUM.page());
        account.signUp(newName()).open();
        Locator tokens = account.section("Tokens for services");
        assertThat(tokens.locator("li")).hasText("There are none.");

        tokens.getByLabel("Name of the token").fill("robot");
        tokens.getByText("Create a token").click();

        Locator shown = tokens.locator(".created input");
        assertThat(shown).hasValue(Pattern.compile("ttk_.{60}"));
        String token = shown.inputValue();
        assertThat(bearer(token)).isEqualTo(200);
        assertThat(tokens.locator("li")).containsText("read · until ");
        account.page().keyboard().press("Escape");
        account.open();
        tokens = account.section("Tokens for services");
        assertThat(tokens.locator("li")).containsText("robot");
        assertThat(tokens.locator(".created input")).hasCount(0);
        tokens.locator("li button").click();
        assertThat(bearer(token)).as("asked before").isEqualTo(200);
        tokens.getByText("Revoke it?").click();
        assertThat(tokens.locator("li")).hasText("There are none.");
        assertThat(bearer(token)).isEqualTo(401);
    }

    @Test
    void deletionAsksForAWordAndForWhoSignedInLongAgoForThePassword() {
        AccountWindow account = open(CHROMIUM.page());
        String name = newName();
        account.signUp(name).open();
        Locator section = account.section("Delete the account");
        account.page()
                .route(
                        "**/api/account",
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(403)),
                        new Page.RouteOptions().setTimes(1));

        section.getByLabel("Type").fill("yes");
        section.locator("[type=submit]").click();
        assertThat(section.locator(".problem")).hasText("Type “delete”");
        section.getByLabel("Type").fill("delete");
        section.locator("[type=submit]").click();
        assertThat(section.locator(".problem")).hasText("You signed in a while ago: type your password, too.");
        assertThat(section.locator("[type=password]")).isFocused();
        section.locator("[type=password]").fill(PASSWORD);
        section.locator("[type=submit]").click();

        assertThat(account.button()).hasText("Sign in");
        account.open().send(name, PASSWORD);
        assertThat(account.problem()).hasText("Name and password do not fit.");
    }

    private static void change(Locator section, String current) {
        section.getByLabel("Current password", new Locator.GetByLabelOptions().setExact(true))
                .fill(current);
        section.getByLabel("New password", new Locator.GetByLabelOptions().setExact(true))
                .fill(NEXT_PASSWORD);
        section.locator("[type=submit]").click();
    }

    private static int bearer(String token) {
        return Http.get(server.uri("api/session"), "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static AccountWindow open(Page page) {
        Dashboard.openLive(page, server.uri(), "");
        return new AccountWindow(page);
    }
}
