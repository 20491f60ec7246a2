package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A page that a full server refuses: it says so, and connects by itself when there is room.
class FullServerBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                Map.of("SIMULATOR_INSTRUMENTS", "5", "STREAM_SUBSCRIBERS", "1", "STREAM_RETRY", "PT0.5S"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFullServerIsSaidToBeFullAndEnteredWhenThereIsAPlace() {
        Dashboard dashboard;
        try (var occupant = EventStream.open(server.uri("api/stream"))) {
            occupant.next("hello");

            dashboard = Dashboard.open(CHROMIUM.page(), server.uri());

            dashboard.awaitStatus("Closed by server");
            assertThat(dashboard.banner()).containsText("The server is full. No answer yet.");
            assertThat(dashboard.page()).hasTitle("Closed by server · Tickertape");
        }

        dashboard.awaitStatus("Live");
        dashboard.awaitMovingPrices();
        assertThat(dashboard.rows()).hasCount(5);
    }
}
