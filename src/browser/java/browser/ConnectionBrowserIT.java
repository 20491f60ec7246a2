package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the page shows while the real server stops and starts.
class ConnectionBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anOpenStreamIsSaidToBeLive() {
        Dashboard dashboard = open();

        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.page()).hasTitle("Tickertape");
    }

    @Test
    void aKilledServerIsSaidToBeGoneAndItsSuccessorFoundWithoutAReload() {
        Dashboard dashboard = open();
        dashboard.awaitMovingPrices();
        var before = dashboard.symbols();
        dashboard.page().evaluate("window.sameVisit = true");

        server.kill();

        assertThat(dashboard.connection()).hasText("Reconnecting");
        assertThat(dashboard.banner()).containsText("The connection is lost. Prices are as of");
        assertThat(dashboard.page()).hasTitle("Reconnecting · Tickertape");

        server.startAgain();

        assertThat(dashboard.connection()).hasText("Live");
        dashboard.awaitMovingPrices();
        assertThat(dashboard.symbols()).isNotEmpty().doesNotHaveDuplicates().hasSameSizeAs(before);
        assertThat(dashboard.banner()).containsText("The server has restarted");
        assertThat(dashboard.page().evaluate("window.sameVisit")).isEqualTo(true);
    }

    @Test
    void aServerThatStopsIsHeardToSayGoodbye() {
        Dashboard dashboard = open();
        dashboard.awaitStatus("Live");

        server.stop();

        dashboard.awaitStatus("Closed by server");
        assertThat(dashboard.banner()).containsText("The server has shut down.");

        server.startAgain();
        dashboard.awaitStatus("Live");
    }

    @Test
    void anApplicationDeployedAnewIsFoundWithoutAReload() {
        Dashboard dashboard = open();
        dashboard.awaitStatus("Live");

        server.undeploy();
        dashboard.awaitStatus("Reconnecting");
        server.deploy();

        dashboard.awaitStatus("Live");
        dashboard.awaitMovingPrices();
        assertThat(dashboard.symbols()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aClosedTabLeavesNoSubscriber() {
        await("streams of earlier tests").atMost(Chromium.PATIENCE).until(() -> server.subscribers() == 0);
        Page page = CHROMIUM.page();

        assertThat(Dashboard.open(page, server.uri()).connection()).hasText("Live");
        await("the tab's stream").atMost(Chromium.PATIENCE).until(() -> server.subscribers() == 1);
        page.close();

        await("its end").atMost(Chromium.PATIENCE).until(() -> server.subscribers() == 0);
    }

    private static Dashboard open() {
        return Dashboard.open(CHROMIUM.page(), server.uri());
    }
}
