package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the page says about a lost connection, and about what was missed.
class InterruptionBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.hello("e1", "PT15S") + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30"));

    @Test
    void aLostConnectionIsCountedDownToTheNextTryWhichCanBeHurried() {
        Dashboard dashboard = live();
        String colour = style(dashboard.cell("AAPL", "last"), "color");
        server.answerStreamsWith(503);

        server.endStreams();

        dashboard.awaitStatus("Reconnectingin 1s", "Reconnecting");
        assertThat(dashboard.banner()).containsText("The connection is lost. Prices are as of");
        assertThat(dashboard.cell("AAPL", "last")).not().hasCSS("color", colour);
        dashboard.awaitLongBackoff();
        server.answerStreamsWith(200);
        dashboard.banner().getByText("Try now").click();
        dashboard.awaitStatus("Live");
        assertThat(dashboard.cell("AAPL", "last")).hasCSS("color", colour);
    }

    @Test
    void theTimeOfTheConnectionIsTheSameInAllTabsAndDoesNotRunWhileThereIsNone() {
        Dashboard first = live();
        first.page().keyboard().press("Alt+i");
        Locator connected = first.page().locator("diagnostics-panel .since dd");
        assertThat(connected).hasText(Pattern.compile("[2-9]s|\\d\\ds"));
        // Another tab says since when the connection is there, not since when the tab is.
        Dashboard second = Dashboard.open(first.page().context().newPage(), server.uri());
        Locator same = second.page().locator("diagnostics-panel .since dd");
        assertThat(same).hasText(Pattern.compile("[2-9]s|\\d\\ds"));
        server.answerStreamsWith(503);

        server.endStreams();

        assertThat(connected).hasText("–");
        assertThat(same).hasText("–");
        server.answerStreamsWith(200);
        first.retryNow();
        assertThat(connected).hasText(Pattern.compile("\\ds"));
    }

    @Test
    void aPageThatComesAfterAnotherOneSpeaksOfNoPause() {
        Dashboard dashboard = live();

        dashboard.page().navigate(server.uri() + "?symbol=AAPL");

        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.banner()).not().containsText("Resumed");
    }

    @Test
    void aServerThatSaidGoodbyeIsNotCalledLostUntilItIsBack() {
        Dashboard dashboard = live();
        server.answerStreamsWith(503);

        server.send(ScriptedEvents.goodbye("shutdown", 300));

        dashboard.awaitStatus("Closed by server", "Reconnecting");
        assertThat(dashboard.banner()).containsText("The server has shut down. Prices are as of");
        server.answerStreamsWith(200);
        dashboard.retryNow();
        dashboard.awaitStatus("Live");
        server.answerStreamsWith(503);
        server.endStreams();
        assertThat(dashboard.banner()).containsText("The connection is lost.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e1 | resumed   | Nothing was missed: all changes were replayed.
            e1 | conflated | Changes were merged: each price is the latest.
            e1 | snapshot  | Each price is the latest. The changes before it are unknown.
            e1 | gap       | Each price is the latest. Some trades are missing.
            e2 | snapshot  | The server has restarted: each price is the latest, the changes before it are lost.""")
    void whatBecameOfTheTimeWithoutConnectionIsSaidInWords(String epoch, String resume, String words) {
        Dashboard dashboard = live();
        server.restartWith(ScriptedEvents.instruments("AAPL", "MSFT"), ScriptedEvents.hello(epoch, "PT15S", resume));

        server.endStreams();

        dashboard.awaitStatus("Reconnecting", "Live");
        assertThat(dashboard.banner()).containsText(Pattern.compile("Back after \\d+ seconds?\\. " + words));
        dashboard.banner().getByText("Dismiss").click();
        assertThat(dashboard.banner()).isHidden();
    }

    @Test
    void aCutWhileSomethingElseIsAskedForIsACutToo() {
        Dashboard dashboard = live();
        server.answerStreamsWith(503);

        // Asks for trades as well.
        dashboard.cell("AAPL", "symbol a").click();

        dashboard.awaitStatus("Reconnecting");
        server.answerStreamsWith(200);
        dashboard.retryNow();
        assertThat(dashboard.banner()).containsText(Pattern.compile("Back after \\d+ seconds?\\."));
    }

    @ParameterizedTest
    @CsvSource({"?, tbody .last, color", "?symbol=AAPL, .now strong, color"})
    void aFrozenPriceDoesNotLookLive(String view, String price, String property) {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri(), view);
        dashboard.awaitStatus("Live");
        Locator shown = dashboard.page().locator(price).first();
        assertThat(shown).containsText(Pattern.compile("\\d"));

        dashboard.assertLooksLiveOnlyWhenLive(server, shown, property);
    }

    private static String style(Locator part, String property) {
        return (String)
                part.evaluate("(part, property) => getComputedStyle(part).getPropertyValue(property)", property);
    }

    private Dashboard live() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        assertThat(dashboard.connection()).hasText("Live");
        return dashboard;
    }
}
