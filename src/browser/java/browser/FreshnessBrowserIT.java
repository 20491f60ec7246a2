package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How each row, and the page as a whole, shows whether prices are live.
class FreshnessBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.hello("e1", "PT15S") + ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30"));

    @Test
    void everyRowKnowsItsAgeByTheClockOfTheServer() {
        Dashboard dashboard = live();

        server.send(ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10", "09:25:00.000000", "trading"));

        assertThat(dashboard.cell("MSFT", "age")).hasText("5m");
        assertThat(dashboard.cell("AAPL", "age")).hasText(Pattern.compile("[3-9]s|\\d\\ds"));
    }

    @ParameterizedTest
    @CsvSource({"halted,Halted", "stale,Stale", "closed,Closed"})
    void aRowThatDoesNotTradeSaysSoAndItsNumbersStepBack(String status, String word) {
        Dashboard dashboard = live();
        server.send(ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10", "09:30:00.000000", "trading"));
        assertThat(dashboard.cell("MSFT", "last")).hasText("400.10");
        String colour = colour(dashboard.cell("MSFT", "last"));

        server.send(ScriptedEvents.quote("e1-3", "MSFT", 2, "400.10", "09:20:00.000000", status));

        assertThat(dashboard.cell("MSFT", "age")).hasText(Pattern.compile(word + " 1\\dm"));
        assertThat(dashboard.cell("MSFT", "last")).not().hasCSS("color", colour);
        assertThat(dashboard.cell("AAPL", "last")).hasCSS("color", colour);
    }

    @Test
    void aConnectionThatIsAliveButBringsNothingSaysSo() {
        Dashboard dashboard = live();

        dashboard.awaitStatus("Liveno ticks for");
        assertThat(dashboard.page().locator("quote-table tbody")).hasCSS("filter", "grayscale(1)");

        server.send(ScriptedEvents.quote("e1-2", "AAPL", 2, "189.40"));
        assertThat(dashboard.page().locator("connection-indicator")).hasText("Live");
        assertThat(dashboard.page().locator("quote-table tbody")).hasCSS("filter", "none");
    }

    @Test
    void doubtComesAfterTwoSecondsOrFiveUsualGaps() {
        Dashboard dashboard = live();

        assertThat(dashboard.page().evaluate("""
                async () => {
                  const { stream } = await import('/core/stream.js');
                  const { patience } = await import('/connection/status-text.js');
                  return [0, 100, 250, 3000].map((gap) => {
                    stream.usualGap = gap;
                    return patience();
                  }).join();
                }""")).isEqualTo("5000,2000,2000,15000");
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void doubtComesAsSoonThoughTheClockOfTheMachineIsSet(int seconds) {
        Dashboard dashboard = live();
        dashboard.page().evaluate("""
                seconds => {
                  const now = Date.now;
                  Date.now = () => now() + 1000 * seconds;
                }""", seconds);

        server.send(ScriptedEvents.quote("e1-2", "AAPL", 2, "189.40"));

        assertThat(dashboard.cell("AAPL", "last")).containsText("189.40");
        dashboard.awaitStatus("Liveno ticks for");
    }

    @Test
    void theUsualGapIsLearned() {
        Dashboard dashboard = live();
        dashboard.page().evaluate("""
                async () => {
                  const { stream } = await import('/core/stream.js');
                  window.times = [];
                  stream.addEventListener('batch', () => window.times.push({ at: stream.eventAt, usual: stream.usualGap }));
                }""");

        for (int seq = 2; seq < 8; seq++) {
            server.send(ScriptedEvents.quote("e1-" + seq, "AAPL", seq, "190.%s0".formatted(seq)));
            assertThat(dashboard.cell("AAPL", "last")).containsText("190.%s0".formatted(seq));
        }

        // Between the shortest and the longest gap so far.
        assertThat(dashboard.page().evaluate("""
                () => {
                  const gaps = window.times.slice(1).map(({ at }, before) => at - window.times[before].at);
                  const { usual } = window.times.at(-1);
                  return usual > 0 && usual <= Math.max(...gaps, window.times[0].usual);
                }""")).isEqualTo(true);
    }

    @Test
    void whereThereIsNoRoomForTheColumnTheAgeStandsBelowTheSymbol() {
        Dashboard dashboard = live();
        dashboard.page().setViewportSize(360, 740);

        server.send(ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10", "09:25:00.000000", "trading"));

        assertThat(dashboard.cell("MSFT", "age")).isHidden();
        assertThat(dashboard.cell("MSFT", "symbol em")).isVisible();
        assertThat(dashboard.cell("MSFT", "symbol em")).hasText("5m");
    }

    @Test
    void afterARestartAPriceIsUnknownUntilItIsSaidAgain() {
        Dashboard dashboard = live();
        server.send(ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));
        assertThat(dashboard.cell("MSFT", "last")).hasText("400.10");
        server.restartWith(
                ScriptedEvents.instruments("AAPL", "MSFT"),
                ScriptedEvents.hello("e2", "PT15S") + ScriptedEvents.quote("e2-1", "AAPL", 1, "190.00"));

        server.endStreams();

        assertThat(dashboard.cell("AAPL", "last")).containsText("190.00");
        assertThat(dashboard.cell("MSFT", "age")).containsText("Unknown");
        server.send(ScriptedEvents.quote("e2-2", "MSFT", 1, "401.00"));
        assertThat(dashboard.cell("MSFT", "age")).not().containsText("Unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "closed, pre, Market closed, pre-market, The market is closed",
        "pre, open, Pre-market, opens, The session has not begun",
        "halted, open, Trading halted, opens, Trading is halted in all instruments",
    })
    void aMarketThatDoesNotTradeIsNotCalledLive(String phase, String next, String sign, String then, String words) {
        Dashboard dashboard = live();

        server.send(ScriptedEvents.status("e1-2", phase, next, "12:00:00.000000"));

        dashboard.awaitStatus(sign + then + " in 2h");
        assertThat(dashboard.banner()).containsText(words);
        assertThat(dashboard.page()).hasTitle(sign + " · Tickertape");
        dashboard.page().setViewportSize(360, 740);
        assertThat(dashboard.page().locator("connection-indicator small")).isInViewport(entirely());
        assertThat(dashboard.page().locator(".tools button").last()).isInViewport(entirely());
        server.send(ScriptedEvents.status("e1-3", "open", "closed", "13:00:00.000000"));
        dashboard.awaitStatus("Live");
        assertThat(dashboard.banner()).isHidden();
    }

    @Test
    void theEndOfARecordingIsNotTakenForTheEndOfASession() {
        Dashboard dashboard = live();
        server.send(ScriptedEvents.recorded("e1-2", "AAPL", 2, "190.00"));

        server.send(ScriptedEvents.event(
                "e1-3", "status", "{\"phase\":\"closed\",\"time\":\"2026-11-22T09:30:00.123456Z\"}"));

        assertThat(dashboard.banner()).hasText("The recording has ended. Prices are those of its last trades.");
    }

    private static LocatorAssertions.IsInViewportOptions entirely() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(1);
    }

    private static String colour(Locator cell) {
        return cell.evaluate("cell => getComputedStyle(cell).color").toString();
    }

    private Dashboard live() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        assertThat(dashboard.connection()).hasText("Live");
        return dashboard;
    }
}
