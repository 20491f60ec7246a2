package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way from the page to the provider of a company, and what the page says to who comes back; a server is scripted
/// for it.
class ProviderBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String NOBODY = """
            {"signedIn":false,"rights":[],"scopes":[],"signUp":true,"provider":"Acme","atProvider":false}""";
    private static final String ANN = """
            {"signedIn":true,"id":"jwt:a","name":"ann","rights":[],"scopes":["read"],"until":"2099-01-01T00:00:00Z",\
            "signUp":true,"provider":"Acme","atProvider":true}""";

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @BeforeEach
    void offerTheProvider() {
        server.serve("/api/session", 200, NOBODY);
    }

    @Test
    void linkLeadsToTheProviderAndBackToThisAddress() {
        Page page = CHROMIUM.page();
        AccountWindow account = open(page, "?symbol=AAPL");
        account.button().focus();
        page.keyboard().press("Enter");

        Locator link = account.dialog().getByRole(AriaRole.LINK);
        assertThat(link).hasText("Sign in with Acme");
        assertThat(link).isFocused();
        assertThat(link).hasAttribute("href", server.uri() + "sign-in?back=%2F%3Fsymbol%3DAAPL");
        server.serve("/sign-in", "text/html", "<title>Acme</title>");
        page.keyboard().press("Enter");

        assertThat(page).hasTitle("Acme");
    }

    @Test
    void whoComesBackIsSignedInInAllTabsAndTheAddressIsAsItWas() {
        Page first = CHROMIUM.page();
        AccountWindow other = open(first, "");
        server.serve("/api/session", 200, ANN);

        Page second = first.context().newPage();
        Dashboard.open(second, server.uri(), "?symbol=AAPL&sign-in=done");

        new AccountWindow(second).awaitName("ann");
        other.awaitName("ann");
        assertThat(second).hasURL(server.uri() + "?symbol=AAPL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | cancelled   | You are not signed in: that was cancelled at Acme.
            zh-CN | cancelled   | 您尚未登录：登录已在 Acme 取消。
            en-US | refused     | Acme did not let you in.
            en-US | late        | That took too long, or was begun in another browser. Try again.
            en-US | too-many    | Too many attempts. Try again later.
            en-US | unavailable | Nobody can sign in with Acme now. Try again later.
            zh-CN | unavailable | 暂时无法使用 Acme 登录，请稍后重试。
            en-US | failed      | What Acme says of you can’t be used here. The log of this server says why.
            en-US | stays       | You are signed out here, but not at Acme.""")
    void whatKeptTheVisitorOutIsToldInWordsOnce(String locale, String outcome, String words) {
        Page page = CHROMIUM.page(options -> options.setLocale(locale));
        Dashboard.open(page, server.uri(), "?sign-in=" + outcome);
        var account = new AccountWindow(page);

        assertThat(account.dialog().getByRole(AriaRole.ALERT).first()).hasText(words);
        assertThat(page).hasURL(server.uri().toString());
        page.keyboard().press("Escape");
        account.open();
        assertThat(account.dialog().getByText(words)).hasCount(0);
    }

    @Test
    void wordsThatNobodyKnowsAreNotShown() {
        Page page = CHROMIUM.page();
        Dashboard.open(page, server.uri(), "?sign-in=%3Cb%3Eevil");
        var account = new AccountWindow(page);

        assertThat(account.dialog().getByRole(AriaRole.LINK)).hasText("Sign in with Acme");
        assertThat(account.dialog().getByText("evil")).hasCount(0);
    }

    @Test
    void accountOfTheCompanyHasNoPasswordHereAndSignsOutThereToo() {
        server.serve("/api/session", 200, ANN);
        Page page = CHROMIUM.page();
        var account = new AccountWindow(Dashboard.open(page, server.uri(), "").page());
        account.awaitName("ann");
        account.open();

        assertThat(account.dialog().locator("summary"))
                .hasText(List.of("Delete the account").toArray(String[]::new));
        server.serve("/api/session", exchange -> exchange.sendResponseHeaders(204, -1));
        server.serve("/sign-in/out", "text/html", "<title>Signed out</title>");
        account.dialog().getByText("Sign out here and at Acme").click();

        assertThat(page).hasTitle("Signed out");
    }

    @Test
    void deletionSendsWhoSignedInLongAgoToTheProviderFirst() {
        server.serve("/api/session", 200, ANN);
        server.serve("/api/account", 403, "{}");
        Page page = CHROMIUM.page();
        var account = new AccountWindow(Dashboard.open(page, server.uri(), "").page());
        account.awaitName("ann");
        Locator section = account.open().section("Delete the account");

        section.getByLabel("Type").fill("delete");
        section.locator("[type=submit]").click();

        assertThat(section.locator(".problem")).hasText("You signed in a while ago: sign in with Acme again first.");
        assertThat(section.locator("[type=password]")).hasCount(0);
        assertThat(section.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile(".*/sign-in\\?back=.*"));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US, 1440", "DARK, en-US, 360", "LIGHT, zh-CN, 360", "DARK, zh-CN, 1440"})
    void noStateHasAViolationAndNothingIsTooWide(ColorScheme scheme, String locale, int width) {
        Page page = CHROMIUM.page(
                options -> options.setColorScheme(scheme).setLocale(locale).setViewportSize(width, 740));
        Dashboard.open(page, server.uri(), "?sign-in=failed");
        var account = new AccountWindow(page);
        assertThat(account.dialog().getByRole(AriaRole.ALERT).first()).isVisible();
        AccountWindowBrowserIT.check(page, "refused by the provider");

        server.serve("/api/session", 200, ANN);
        page.reload();
        account.awaitNameAnywhere("ann");
        account.open();
        AccountWindowBrowserIT.check(page, "account of a company");
    }

    private AccountWindow open(Page page, String query) {
        Dashboard.open(page, server.uri(), query);
        assertThat(page.locator("account-button[data-state=nobody]")).isVisible();
        return new AccountWindow(page);
    }
}
