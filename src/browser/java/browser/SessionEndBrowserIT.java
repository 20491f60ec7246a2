package browser;

import static browser.AccountWindow.newName;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.Map;
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

        await().atMost(Chromium.PATIENCE).until(() -> account.until() > first + 8000);

        assertThat(account.page().evaluate("window.statuses.filter((status) => !status.startsWith('Live')).join()"))
                .isEqualTo("");
        assertThat(visit.dashboard().banner()).isHidden();
        visit.assertWhole(server);
    }

    @Test
    void sessionThatEndsWhileThePageIsOfflineIsToldWhenItIsBack() {
        AccountWindow account = signedIn();
        account.page().context().setOffline(true);
        awaitEndOf(account);

        account.page().context().setOffline(false);

        account.awaitEnd();
        new Dashboard(account.page()).awaitMovingPrices();
    }

    @Test
    void sessionThatEndsDuringARestartOfTheServerIsToldAfterwards() {
        AccountWindow account = signedIn();
        server.kill();
        awaitEndOf(account);

        server.startAgain();

        account.awaitEnd();
        new Dashboard(account.page()).awaitMovingPrices();
    }

    private static void awaitEndOf(AccountWindow account) {
        Chromium.await(
                account.page(), "async () => (await import('/account/session.js')).session.until + 1000 < Date.now()");
    }

    private static AccountWindow signedIn() {
        Page page = CHROMIUM.page();
        Dashboard.openLive(page, server.uri(), "");
        return new AccountWindow(page).signUp(newName());
    }
}
