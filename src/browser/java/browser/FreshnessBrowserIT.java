package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the page tells what is live from what is not.
class FreshnessBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(
                Scripts.instruments("AAPL", "MSFT"),
                Scripts.hello("e1", "PT15S") + Scripts.quote("e1-1", "AAPL", 1, "189.30"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRowKnowsItsAgeByTheClockOfTheServer() {
        Dashboard dashboard = live();

        server.say(Scripts.quote("e1-2", "MSFT", 1, "400.10", "09:25:00.000000", "trading"));

        assertThat(dashboard.cell("MSFT", "age")).hasText("5m");
        assertThat(dashboard.cell("AAPL", "age")).hasText(Pattern.compile("[3-9]s|\\d\\ds"));
    }

    @ParameterizedTest
    @CsvSource({"halted,Halted", "stale,Stale", "closed,Closed"})
    void aRowThatDoesNotTradeSaysSoAndItsNumbersStepBack(String status, String word) {
        Dashboard dashboard = live();
        server.say(Scripts.quote("e1-2", "MSFT", 1, "400.10", "09:30:00.000000", "trading"));
        assertThat(dashboard.cell("MSFT", "last")).hasText("400.10");
        Object colour = colour(dashboard.cell("MSFT", "last"));

        server.say(Scripts.quote("e1-3", "MSFT", 2, "400.10", "09:20:00.000000", status));

        assertThat(dashboard.cell("MSFT", "age")).hasText(Pattern.compile(word + " 1\\dm"));
        assertThat(colour(dashboard.cell("MSFT", "last"))).isNotEqualTo(colour);
        assertThat(colour(dashboard.cell("AAPL", "last"))).isEqualTo(colour);
    }

    @Test
    void aLostConnectionIsCountedDownToTheNextTryWhichCanBeHurried() {
        Dashboard dashboard = live();
        Object colour = colour(dashboard.cell("AAPL", "last"));
        server.answerStreamsWith(503);

        server.endStreams();

        dashboard.awaitSaid("Reconnectingin 1s", "Reconnecting");
        assertThat(dashboard.banner()).containsText("The connection is lost. Prices are as of");
        assertThat(colour(dashboard.cell("AAPL", "last"))).isNotEqualTo(colour);
        server.answerStreamsWith(200);
        dashboard.banner().getByText("Try now").click();
        dashboard.awaitSaid("Live");
        assertThat(colour(dashboard.cell("AAPL", "last"))).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e1 | resumed   | Nothing was missed: every change in between was played back.
            e1 | conflated | Changes in between were merged: each price is the latest.
            e1 | snapshot  | All prices are the latest; how they got there is not known.
            e1 | gap       | All prices are the latest; trades in between are missing.
            e2 | snapshot  | The server has started anew: all prices are the latest, changes in between are lost.""")
    void whatBecameOfTheTimeWithoutConnectionIsSaidInWords(String epoch, String resume, String words) {
        Dashboard dashboard = live();
        server.beginAnew(Scripts.instruments("AAPL", "MSFT"), Scripts.hello(epoch, "PT15S", resume));

        server.endStreams();

        dashboard.awaitSaid("Reconnecting", "Live");
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

        dashboard.awaitSaid("Reconnecting");
        server.answerStreamsWith(200);
        dashboard.banner().getByText("Try now").click();
        assertThat(dashboard.banner()).containsText(Pattern.compile("Back after \\d+ seconds?\\."));
    }

    @Test
    void aConnectionThatIsAliveButBringsNothingSaysSo() {
        Dashboard dashboard = live();

        dashboard.awaitSaid("Liveno ticks for");

        server.say(Scripts.quote("e1-2", "AAPL", 2, "189.40"));
        assertThat(dashboard.page().locator("connection-sign")).hasText("Live");
    }

    @Test
    void whereThereIsNoRoomForTheColumnTheAgeStandsBelowTheSymbol() {
        Dashboard dashboard = live();
        dashboard.page().setViewportSize(360, 740);

        server.say(Scripts.quote("e1-2", "MSFT", 1, "400.10", "09:25:00.000000", "trading"));

        assertThat(dashboard.cell("MSFT", "age")).isHidden();
        assertThat(dashboard.cell("MSFT", "symbol em")).isVisible();
        assertThat(dashboard.cell("MSFT", "symbol em")).hasText("5m");
    }

    @Test
    void afterARestartAPriceIsUnknownUntilItIsSaidAgain() {
        Dashboard dashboard = live();
        server.say(Scripts.quote("e1-2", "MSFT", 1, "400.10"));
        assertThat(dashboard.cell("MSFT", "last")).hasText("400.10");
        server.beginAnew(
                Scripts.instruments("AAPL", "MSFT"),
                Scripts.hello("e2", "PT15S") + Scripts.quote("e2-1", "AAPL", 1, "190.00"));

        server.endStreams();

        assertThat(dashboard.cell("AAPL", "last")).containsText("190.00");
        assertThat(dashboard.cell("MSFT", "age")).containsText("Unknown");
        server.say(Scripts.quote("e2-2", "MSFT", 1, "401.00"));
        assertThat(dashboard.cell("MSFT", "age")).not().containsText("Unknown");
    }

    @Test
    void aClosedMarketIsNotCalledLive() {
        Dashboard dashboard = live();

        server.say(Scripts.status("e1-2", "closed", "pre", "12:00:00.000000"));

        dashboard.awaitSaid("Market closedpre-market in 2h");
        assertThat(dashboard.banner()).containsText("The market is closed");
        assertThat(dashboard.page()).hasTitle("Market closed · Tickertape");
        server.say(Scripts.status("e1-3", "open", "closed", "13:00:00.000000"));
        dashboard.awaitSaid("Live");
        assertThat(dashboard.banner()).isHidden();
    }

    private static Object colour(Locator cell) {
        return cell.evaluate("cell => getComputedStyle(cell).color");
    }

    private Dashboard live() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        assertThat(dashboard.connection()).hasText("Live");
        return dashboard;
    }
}
