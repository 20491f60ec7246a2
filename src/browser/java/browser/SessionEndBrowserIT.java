package browser;

import static browser.AccountWindow.PASSWORD;
import static browser.AccountWindow.newName;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Sessions that are short: an open page renews its own, and says so when it could not.
class SessionEndBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "10",
                "IDENTITY_SESSION_IDLE", "PT8S",
                "STREAM_RETRY", "PT0.5S",
                "STREAM_LAG", "PT10M",
                "STREAM_BURST", "1000000",
                "STREAM_BACKLOG", "1000000",
                "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "6000"));
    }

    @Test
    void openPageRenewsItsSessionAndNobodyNotices() {
        RecoveryRecorder visit = RecoveryRecorder.open(CHROMIUM.page(), server.uri());
        AccountWindow account = new AccountWindow(visit.dashboard().page()).signUp(newName());
        long first = account.until();
        account.page().evaluate("window.statuses = []");

        await().atMost(Chromium.PATIENCE).pollInSameThread().until(() -> account.until() > first + 8000);

        assertThat(account.page().evaluate("window.statuses.filter((status) => !status.startsWith('Live')).join()"))
                .isEqualTo("");
        assertThat(visit.dashboard().banner()).isHidden();
        visit.assertWhole(server);
    }

    @Test
    void sessionThatEndsWhileTheMachineSleepsIsToldWhenItWakesUp() {
        Page page = CHROMIUM.page();
        // The stream is in the page, and sleeps with it.
        page.addInitScript("delete window.SharedWorker");
        AccountWindow account = signedIn(page);
        CDPSession machine = fallAsleep(page);
        // The session ends with its cookie.
        await().atMost(Chromium.PATIENCE)
                .pollInSameThread()
                .until(() -> page.context().cookies().isEmpty());

        machine.send("Debugger.resume");

        account.awaitEnd();
        new Dashboard(page).awaitMovingPrices();
    }

    @Test
    void sessionThatEndsWhileThePageIsOfflineIsToldWhenItIsBack() {
        AccountWindow account = signedIn(CHROMIUM.page());
        account.page().context().setOffline(true);
        awaitEndOf(account);

        account.page().context().setOffline(false);

        account.awaitEnd();
        new Dashboard(account.page()).awaitMovingPrices();
    }

    @Test
    void sessionThatEndsDuringARestartOfTheServerIsToldAfterwards() {
        AccountWindow account = signedIn(CHROMIUM.page());
        server.kill();
        awaitEndOf(account);

        server.startAgain();

        account.awaitEnd();
        new Dashboard(account.page()).awaitMovingPrices();
    }

    @Test
    void tenTabsHaveOneSessionWhenItEndsBeginsAndIsLeft() {
        AccountWindow first = signedIn(CHROMIUM.page());
        BrowserContext browser = first.page().context();
        List<AccountWindow> tabs = Stream.concat(
                        Stream.of(first),
                        Stream.generate(() -> open(browser.newPage())).limit(9))
                .toList();
        String name = first.button().textContent();
        tabs.forEach(tab -> tab.awaitName(name));
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        browser.onResponse(response -> {
            if (response.status() == 401) {
                refused.add(response.request().method());
            }
        });

        tabs.get(4).endElsewhere(server.uri());
        tabs.forEach(AccountWindow::awaitEnd);
        assertThat(refused).as("one tab asked for all").containsExactly("PUT");
        tabs.getLast().signIn(name, PASSWORD);
        tabs.forEach(tab -> tab.awaitName(name));
        tabs.get(7).signOut();

        tabs.forEach(tab -> assertThat(tab.button()).hasText("Sign in"));
        new Dashboard(first.page()).awaitMovingPrices();
    }

    /// Stops everything that runs in the page, its timers too; a page that can be seen is not frozen in another way.
    private static CDPSession fallAsleep(Page page) {
        CDPSession machine = page.context().newCDPSession(page);
        var asleep = new AtomicBoolean();
        machine.on("Debugger.paused", event -> asleep.set(true));
        machine.send("Debugger.enable");
        machine.send("Debugger.pause");
        page.waitForCondition(asleep::get);
        return machine;
    }

    private static void awaitEndOf(AccountWindow account) {
        Chromium.await(
                account.page(), "async () => (await import('/account/session.js')).session.until + 1000 < Date.now()");
    }

    /// What renews the session has come too: without the server it would not, and the page would begin anew.
    private static AccountWindow signedIn(Page page) {
        AccountWindow account = open(page).signUp(newName());
        Chromium.await(page, "() => localStorage.getItem('tickertape.session-length') !== null");
        return account;
    }

    private static AccountWindow open(Page page) {
        Dashboard.openLive(page, server.uri(), "");
        return new AccountWindow(page);
    }
}
