package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The diagnostics and the choice of a rate, with a real server.
class DiagnosticsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Pattern SOME = Pattern.compile("[1-9][\\d,]*");

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = OrdinaryServer.get();
    }

    @Test
    void thePanelTellsWhatComesAndHowLateAndFromWhatItIsKnown() {
        Dashboard dashboard = open();

        assertThat(figure(dashboard, "events")).hasText(SOME);
        assertThat(figure(dashboard, "latency")).hasText(Pattern.compile("[\\d,]+ / [\\d,]+ ms"));
        assertThat(figure(dashboard, "clock")).hasText(Pattern.compile("([−+]?[\\d,]+) ± [\\d,]+ ms"));
        assertThat(figure(dashboard, "merged")).hasText("0 (0.00%)");
        assertThat(figure(dashboard, "reconnects")).hasText("0");
        assertThat(figure(dashboard, "query")).hasText("topic=quote,status");
        dashboard.page().keyboard().press("Alt+i");
        assertThat(dashboard.page().locator("diagnostics-panel")).isHidden();
    }

    @Test
    void theServersClockOnTheSameMachineIsAsFarOffAsItIsSaidToBeAtMost() {
        Dashboard dashboard = open();
        assertThat(figure(dashboard, "clock")).hasText(Pattern.compile("([−+]?[\\d,]+) ± [\\d,]+ ms"));

        // Two clocks that count whole milliseconds, and two rounded figures.
        assertThat(dashboard.page().evaluate("""
                async () => {
                  const { clock } = (await import('/core/stream.js')).stream;
                  return Math.abs(clock.ahead) <= clock.error + 2 ? 'true' : `${clock.ahead} ± ${clock.error}`;
                }""")).isEqualTo("true");
    }

    @Test
    void aRateChangesWhatIsAskedOfTheServerAndWhatIsMergedIsCounted() {
        Dashboard dashboard = open();

        dashboard.page().getByLabel("1 a second").check();

        assertThat(figure(dashboard, "query")).hasText("topic=quote,status&rate=1");
        assertThat(dashboard.page().locator("connection-indicator")).hasText("Liveat most 1/s");
        assertThat(figure(dashboard, "merged")).hasText(Pattern.compile(SOME + " \\([\\d.]+%\\)"));
        assertThat(figure(dashboard, "reconnects")).hasText("0");
        assertThat(dashboard.banner()).isHidden();
        dashboard.page().getByLabel("4 a second").check();
        assertThat(figure(dashboard, "query")).hasText("topic=quote,status&rate=4");
        dashboard.page().reload();
        assertThat(figure(dashboard, "query")).hasText("topic=quote,status&rate=4");
        dashboard
                .page()
                .getByLabel("all", new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(figure(dashboard, "query")).hasText("topic=quote,status");
    }

    @Test
    void aPauseEndsTheSubscriptionAndSaysSinceWhen() {
        Dashboard dashboard = open();
        await("streams of earlier tests").atMost(Chromium.PATIENCE).until(() -> server.subscribers() == 1);

        dashboard
                .page()
                .getByText("Pause", new Page.GetByTextOptions().setExact(true))
                .click();

        await("its end").atMost(Chromium.PATIENCE).until(() -> server.subscribers() == 0);
        assertThat(dashboard.page().locator("connection-indicator")).hasText(Pattern.compile("Pausedsince [\\d:]+"));
        assertThat(dashboard.banner()).containsText("You have paused the prices.");
        dashboard.banner().getByText("Resume").click();
        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.banner())
                .containsText(Pattern.compile("Resumed after \\d+ \\w+\\. (Nothing was missed|Changes were merged)"));
        dashboard.awaitMovingPrices();
    }

    private static Locator figure(Dashboard dashboard, String name) {
        return dashboard.page().locator("diagnostics-panel .%s dd".formatted(name));
    }

    private static Dashboard open() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        dashboard.awaitStatus("Live");
        dashboard.awaitMovingPrices();
        dashboard.page().keyboard().press("Alt+i");
        return dashboard;
    }
}
