package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How the page estimates the server's clock.
class ClockBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour());

    @Test
    void nothingArrivesBeforeItWasWrittenSoALaterTimeMovesTheClock() {
        Page page = Dashboard.open(CHROMIUM.page(), server.uri()).page();
        Chromium.await(page, "async () => (await import('/core/stream.js')).stream.clock.known");

        server.send(ScriptedEvents.quote("e1-5", "AAPL", 2, "31", "09:35:00.000000", "trading"));
        awaitClock(page, "09:35:00");

        server.send(ScriptedEvents.heartbeat("e1-5", "09:45:00.000000"));
        awaitClock(page, "09:45:00");
    }

    @Test
    void aSlowAnswerDoesNotSpoilWhatAQuickOneTold() {
        assertThat(byHand("""
                clock.answered(5990, 20);
                const quick = reads();
                here = 2000;
                // It was requested a second ago, and was on its way for a tenth of a second.
                clock.answered(6900, 1000);
                return `${quick}, ${reads()}`;""")).isEqualTo("5000 ± 10, 5000 ± 10");
    }

    @Test
    void eventsNarrowWhatASlowAnswerLeftOpenAndNoneWidensIt() {
        assertThat(byHand("""
                clock.answered(5885, 1050);
                const slow = reads();
                const told = [clock.heard(5900), clock.heard(5985), clock.heard(5700), clock.heard(NaN)];
                return `${slow}, ${reads()}, ${told}`;""")).isEqualTo("5410 ± 525, 5460 ± 475, true,true,false,false");
    }

    @Test
    void anAnswerThatContradictsAllBeforeItIsBelieved() {
        assertThat(byHand("""
                clock.answered(5990, 20);
                clock.answered(2990, 40);
                const back = reads();
                clock.answered(8990, 60);
                return `${back}, ${reads()}`;""")).isEqualTo("2010 ± 20, 8020 ± 30");
    }

    @Test
    void whatWasToldLongAgoIsLessSure() {
        assertThat(byHand("""
                clock.answered(5990, 20);
                here += 1_000_000;
                return reads();""")).isEqualTo("5000 ± 25");
    }

    @Test
    void aReadingIsAsRightForATabThatIsBusyWhenItComes() {
        assertThat(byHand("""
                clock.answered(5990, 20);
                const { reading } = clock;
                // The message takes its time, as those of a worker do while the page is being built.
                here += 35;
                const tab = new ServerClock();
                tab.set(reading);
                return `${Math.round(tab.now() - clock.now())} ± ${Math.round(tab.error)}`;""")).isEqualTo("0 ± 10");
    }

    /// Runs a script with a clock, on a machine whose time moves only by hand; `reads` is the reading and its error.
    private String byHand(String what) {
        Page page = Dashboard.open(CHROMIUM.page(), server.uri()).page();
        return page.evaluate("""
                async () => {
                  const { ServerClock } = await import('/core/server-clock.js');
                  const clock = new ServerClock();
                  const real = performance.now;
                  const realDate = Date.now;
                  const reads = () => `${Math.round(clock.now() - here)} ± ${Math.round(clock.error)}`;
                  let here = 1000;
                  performance.now = () => here;
                  Date.now = () => 1_700_000_000_000 + here;
                  try {
                    %s
                  } finally {
                    performance.now = real;
                    Date.now = realDate;
                  }
                }""".formatted(what)).toString();
    }

    /// Waits until the page's clock has reached this time, which would take minutes without an event.
    private static void awaitClock(Page page, String time) {
        Chromium.await(
                page,
                "async (time) => (await import('/core/stream.js')).stream.clock.now() >= Date.parse(time)",
                "2026-11-22T%sZ".formatted(time));
    }
}
