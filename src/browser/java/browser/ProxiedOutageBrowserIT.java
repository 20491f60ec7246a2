package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import it.deploy.DeployedNginx;
import it.fault.Nginx;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A page behind the nginx of `src/docs/deploy`, over HTTP/2.
class ProxiedOutageBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    static Path directory;

    @AutoClose
    private static LibertyServer server;

    @AutoClose
    private static DeployedNginx nginx;

    @BeforeAll
    static void start() {
        Nginx.orSkip();
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "10"));
        nginx = DeployedNginx.before(server.uri(), directory);
    }

    @Test
    void serverThatComesBackIsFoundByTheBrowserItself() {
        Page page = CHROMIUM.page(options -> options.setIgnoreHTTPSErrors(true));
        Dashboard dashboard = Dashboard.open(page, nginx.uri());
        dashboard.awaitStatus("Live");
        page.evaluate("""
                () => {
                  window.epochs = new Set();
                  window.plain = new EventSource('/api/stream?symbol=AAPL');
                  plain.addEventListener('hello', ({ data }) => epochs.add(JSON.parse(data).epoch));
                }""");
        page.waitForFunction("() => epochs.size === 1");
        Object protocol = page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol");

        server.kill();
        dashboard.awaitStatus("Closed by server");
        server.startAgain();

        dashboard.awaitStatus("Live");
        dashboard.awaitMovingPrices();
        page.waitForFunction("() => epochs.size === 2 && plain.readyState === EventSource.OPEN");
        assertThat(protocol).isEqualTo("h2");
    }
}
