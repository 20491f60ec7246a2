package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import it.FreePorts;
import it.fault.Nginx;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A page whose stream is held back by something in between, such as a proxy that buffers or a virus scanner.
class HeldStreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    private final AtomicInteger polls = new AtomicInteger();

    @BeforeEach
    void holdStreams() {
        server.holdStreams();
        server.serve("/api/quotes", "application/json", quotes(1, 30));
    }

    @Test
    void itSaysSoAndFetchesThePricesUntilTheStreamFlows() {
        Dashboard dashboard = open();
        Page page = dashboard.page();
        page.clock().fastForward(9000);
        assertThat(dashboard.connection()).hasText("Connecting");
        assertThat(polls).hasValue(0);

        page.clock().fastForward(2000);

        assertThat(dashboard.connection()).hasText("Delayed");
        assertThat(dashboard.banner()).containsText("holds the stream back");
        assertThat(dashboard.cell("AAPL", "last")).hasText("30.00");
        assertThat(page.locator(":root")).not().hasAttribute("data-frozen", Pattern.compile(".*"));
        server.serve("/api/quotes", "application/json", quotes(2, 31));
        page.clock().fastForward(2000);
        assertThat(dashboard.cell("AAPL", "last")).hasText("▲31.00");

        server.releaseStreams();

        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.banner()).isHidden();
        int before = polls.get();
        page.clock().fastForward(9000);
        assertThat(page.evaluate("fetch('favicon.svg').then(({ ok }) => ok)")).isEqualTo(true);
        assertThat(polls).hasValue(before);
    }

    @Test
    void aServerThatAnswersNothingElseEitherIsNotSaidToBeHeldBack() {
        server.serve("/api/quotes", "application/json", "gone");
        Dashboard dashboard = open();

        dashboard.page().clock().fastForward(11_000);
        dashboard.page().waitForCondition(() -> polls.get() > 0);
        dashboard.page().clock().fastForward(8000);

        assertThat(dashboard.connection()).hasText("Reconnecting");
        assertThat(dashboard.banner()).containsText("The connection is lost.");
    }

    @Test
    void aStreamThatIsHeldAndCutGoesOnAsFetchedPrices() {
        Dashboard dashboard = open();
        dashboard.page().clock().fastForward(11_000);
        assertThat(dashboard.connection()).hasText("Delayed");
        server.endStreams();
        dashboard.page().waitForCondition(() -> {
            dashboard.page().clock().fastForward(500);
            return server.queries().size() > 1;
        });
        server.serve("/api/quotes", "application/json", quotes(3, 33));
        dashboard.page().clock().fastForward(2000);

        assertThat(dashboard.cell("AAPL", "last")).hasText("▲33.00");
        assertThat(dashboard.connection()).hasText("Delayed");
        server.serve("/api/quotes", "application/json", "gone");
        dashboard.page().clock().fastForward(2000);
        assertThat(dashboard.connection()).hasText("Reconnecting");
    }

    @Test
    void anNginxThatBuffersHoldsTheStreamBack(@TempDir Path directory) {
        Nginx.orSkip();
        server.releaseStreams();
        int port = FreePorts.find().http();
        String configuration = """
                error_log stderr;
                events {}
                http {
                  access_log off;
                  proxy_ignore_headers X-Accel-Buffering;
                  server {
                    listen 127.0.0.1:%s;
                    location / { proxy_pass http://127.0.0.1:%s; }
                  }
                }
                """.formatted(port, server.uri().getPort());
        try (var nginx = Nginx.start(URI.create("http://127.0.0.1:%s/".formatted(port)), directory, configuration)) {
            Dashboard dashboard = open(nginx.uri());

            dashboard.page().clock().fastForward(11_000);

            assertThat(dashboard.connection()).hasText("Delayed");
            assertThat(dashboard.banner()).containsText("holds the stream back");
            assertThat(dashboard.cell("AAPL", "last")).hasText("30.00");
            assertThat(server.queries()).as("the server has answered").hasSize(1);
        }
    }

    private static String quotes(int seq, int last) {
        return """
                [{"symbol":"AAPL","last":%s,"change":1,"changePercent":1,"volume":5,"seq":%s,\
                "time":"2026-11-22T09:30:00.123456Z","status":"trading"}]""".formatted(last, seq);
    }

    /// A page with a hub of its own, because a test cannot move the clock of a worker.
    private Dashboard open() {
        return open(server.uri());
    }

    private Dashboard open(URI uri) {
        Page page = CHROMIUM.page();
        page.addInitScript("delete window.SharedWorker");
        page.onRequest(request -> {
            if (request.url().endsWith("/api/quotes")) {
                polls.incrementAndGet();
            }
        });
        page.clock().install();
        page.navigate(uri.toString());
        var dashboard = new Dashboard(page);
        assertThat(dashboard.connection()).hasText("Connecting");
        assertThat(dashboard.rows()).hasCount(4);
        return dashboard;
    }
}
