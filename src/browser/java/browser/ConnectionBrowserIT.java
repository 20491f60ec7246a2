package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the page says and does while the real server comes and goes.
class ConnectionBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Pattern SUBSCRIBERS = Pattern.compile("(?m)^subscribers(?:\\{[^}]*})? ([\\d.]+)");

    private static @Nullable LibertyServer server;

    @BeforeAll
    static void start() throws Exception {
        server = LibertyServer.start(Map.of("SIMULATOR_PACE", "steady"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void anOpenStreamIsSaidToBeLive() {
        Dashboard dashboard = open();

        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.page()).hasTitle("Tickertape");
    }

    @Test
    void aKilledServerIsSaidToBeGoneAndItsSuccessorFoundWithoutAReload() throws Exception {
        Dashboard dashboard = open();
        dashboard.awaitMovingPrices();
        var before = dashboard.symbols();
        dashboard.page().evaluate("window.sameVisit = true");

        running().kill();

        assertThat(dashboard.connection()).hasText("Reconnecting");
        assertThat(dashboard.page().locator("connection-status")).containsText("Prices as of");
        assertThat(dashboard.page()).hasTitle("Reconnecting · Tickertape");

        running().startAgain();

        assertThat(dashboard.connection()).hasText("Live");
        dashboard.awaitMovingPrices();
        assertThat(dashboard.symbols()).isNotEmpty().doesNotHaveDuplicates().hasSameSizeAs(before);
        assertThat(dashboard.page().evaluate("window.sameVisit")).isEqualTo(true);
    }

    @Test
    void aServerThatStopsIsHeardToSayGoodbye() throws Exception {
        Dashboard dashboard = open();
        dashboard.awaitSaid("Live");

        running().stop();

        dashboard.awaitSaid("Closed by serverShutting down");

        running().startAgain();
        dashboard.awaitSaid("Live");
    }

    @Test
    void aClosedTabLeavesNoSubscriber() {
        await("streams of earlier tests").atMost(Chromium.PATIENCE).until(() -> subscribers() == 0);
        Page page = CHROMIUM.page();

        assertThat(Dashboard.open(page, running().uri()).connection()).hasText("Live");
        await("the tab's stream").atMost(Chromium.PATIENCE).until(() -> subscribers() == 1);
        page.close();

        await("its end").atMost(Chromium.PATIENCE).until(() -> subscribers() == 0);
    }

    private static double subscribers() throws Exception {
        URI metrics = running().uri().resolve("/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String text = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
            var found = SUBSCRIBERS.matcher(text);
            assertThat(found.find()).as("the gauge 'subscribers' in %s", text).isTrue();
            return Double.parseDouble(found.group(1));
        }
    }

    private static Dashboard open() {
        return Dashboard.open(CHROMIUM.page(), running().uri());
    }

    private static LibertyServer running() {
        return Objects.requireNonNull(server, "the server is started before the tests");
    }
}
