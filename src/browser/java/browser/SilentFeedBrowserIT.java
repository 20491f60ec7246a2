package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the page shows when the server is connected and its feed is silent.
class SilentFeedBrowserIT {

    private static final int INSTRUMENTS = 8;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "FEED_FAULT", "stop@PT10S",
                "SIMULATOR_INSTRUMENTS", Integer.toString(INSTRUMENTS),
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_HEARTBEAT", "PT1S"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyPriceAndTheIndicatorAreStaleThoughTheConnectionIsAlive() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());

        Locator marks = dashboard.rows().locator("em").filter(new Locator.FilterOptions().setHasText("Stale"));
        assertThat(marks).hasCount(INSTRUMENTS);
        assertThat(dashboard.connection()).hasText("Stale");
        assertThat(dashboard.page()).hasTitle("Stale · Tickertape");
        assertThat(dashboard.page().locator("connection-banner"))
                .containsText("The server is connected, but it receives no new prices. Prices are as of ");
    }

    @Test
    void aPageThatIsOpenedLaterShowsItAtOnce() {
        Dashboard.open(CHROMIUM.page(), server.uri());
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());

        assertThat(dashboard.connection()).hasText("Stale");
    }
}
