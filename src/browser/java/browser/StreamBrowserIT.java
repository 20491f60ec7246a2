package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How the page handles streams that a healthy server seldom sends.
class StreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String COLOUR = "() => getComputedStyle(document.querySelector('tbody .last')).color";

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.instruments("AAPL", "MSFT"), ScriptedEvents.hello("e1", "PT15S"));

    @Test
    void anOlderQuoteNeverReplacesANewerOneOfTheSameEpoch() {
        Dashboard dashboard = live();

        server.send(ScriptedEvents.quote("e1-5", "AAPL", 5, "189.30"));
        server.send(ScriptedEvents.quote("e1-6", "AAPL", 4, "111.11"));
        server.send(ScriptedEvents.quote("e1-7", "MSFT", 1, "400.10"));

        assertThat(dashboard.cell("MSFT", "last")).hasText("400.10");
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
    }

    @Test
    void aNewEpochCountsFromItsOwnBeginningAndBringsItsOwnInstruments() {
        Dashboard dashboard = live();
        server.send(ScriptedEvents.quote("e1-900", "AAPL", 900, "189.30"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");

        server.restartWith(
                ScriptedEvents.instruments("AAPL", "ORCL"),
                ScriptedEvents.hello("e2", "PT15S") + ScriptedEvents.quote("e2-1", "AAPL", 1, "77.50"));
        server.endStreams();

        assertThat(dashboard.cell("AAPL", "last")).containsText("77.50");
        assertThat(dashboard.rows()).hasCount(2);
        dashboard.awaitSymbols("AAPL", "ORCL");
    }

    @Test
    void silenceBeyondTheHeartbeatMakesThePricesStaleAndTheNextWordBringsThemBack() {
        server.restartWith(ScriptedEvents.instruments("AAPL"), ScriptedEvents.hello("e1", "PT2S"));
        Dashboard dashboard = live();
        server.send(ScriptedEvents.quote("e1-1", "AAPL", 1, "189.30"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        Object colour = dashboard.page().evaluate(COLOUR);

        dashboard.awaitStatus("Stale");

        dashboard.page().waitForFunction("before => (%s)() !== before".formatted(COLOUR), colour);
        // If it stays silent, the page opens another connection, which is live with its first event.
        dashboard.awaitStatus("Reconnecting", "Live");
        assertThat(server.queries()).hasSize(2).last().asString().contains("lastEventId=e1-1");
    }

    @Test
    void aRefusedStreamIsTriedAgainFromWhereItWas() {
        Dashboard dashboard = live();
        server.send(ScriptedEvents.quote("e1-42", "AAPL", 1, "189.30"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");

        server.answerStreamsWith(503);
        server.endStreams();

        dashboard.awaitStatus("Reconnecting");
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(
                        () -> assertThat(server.queries()).last().asString().contains("lastEventId=e1-42"));
        server.answerStreamsWith(200);
        dashboard.awaitStatus("Live");
    }

    @Test
    void recordedTradesAreNotCalledSimulatedAndHaveNoInventedBid() {
        Dashboard dashboard = live();
        assertThat(dashboard.page().locator("quote-tools")).containsText("Simulated prices");

        server.send(ScriptedEvents.recorded("e1-1", "AAPL", 1, "189.30"));

        assertThat(dashboard.page().locator("quote-tools")).containsText("Recorded on Nov 25, 2013");
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        assertThat(dashboard.cell("AAPL", "bid")).hasText("–");
    }

    @Test
    void aGoodbyeIsSaidWithItsReasonAndItsInvitationFollowed() {
        Dashboard dashboard = live();

        server.send(ScriptedEvents.goodbye("limit", 500));

        dashboard.awaitStatus("Closed by server", "Live");
    }

    @Test
    void aPageThatIsRefusedComesBackEachTimeWhenItIsAskedTo() {
        server.restartWith("[]", ScriptedEvents.goodbye("limit", 100));

        Dashboard.open(CHROMIUM.page(), server.uri());

        // With waits that double, this would take three minutes.
        await().until(() -> server.queries().size() > 15);
    }

    @Test
    void theSmallestExampleGoesOnAfterAProxyAnsweredForTheServer() {
        Page page = CHROMIUM.page();
        page.navigate(server.uri().resolve("/example.html").toString());
        page.waitForFunction("() => document.querySelector('#log').textContent.includes('connected')");
        server.send(ScriptedEvents.quote("e1-42", "AAPL", 1, "189.30"));
        page.waitForFunction("() => document.querySelector('#log').textContent.includes('189.3')");

        server.answerStreamsWith(502);
        server.endStreams();
        // The browser's own attempt, after which it gives up, and one of the page.
        await().until(() -> server.queries().size() >= 3);
        server.answerStreamsWith(200);

        page.waitForFunction("() => document.querySelector('#log').textContent.split('  connected').length > 2");
        assertThat(server.queries()).last().asString().contains("lastEventId=e1-42");
    }

    @Test
    void aFieldIsFoundWithoutParsingAndIsTheSameAsWithIt() {
        Dashboard dashboard = Dashboard.openLive(CHROMIUM.page(), server.uri(), "");

        assertThat(dashboard.page().evaluate("""
                async () => {
                  const { jsonField } = await import('/core/topics.js');
                  const texts = [
                    '{"symbol":"AAPL","last":1}', '{"last":1,"symbol":"BTC/USD"}', '{"inner":{"symbol":"X"},"symbol":"Y"}',
                    String.raw`{"note":"a \\"symbol\\":\\"Z\\" b","symbol":"Y"}`, String.raw`{"symbol":"\\u0041"}`,
                    '{"symbol":7}', '{"last":1}', '{"symbol":""}', '{"symbol": "spaced"}',
                  ];
                  return texts.filter((text) => jsonField(text, 'symbol') !== JSON.parse(text).symbol).join();
                }""")).isEqualTo("");
    }

    @Test
    void piecesOfATextAreCutWhereTheyOverlapAndRefusedBehindAHole() {
        Page page = Dashboard.open(CHROMIUM.page(), server.uri()).page();
        Object text = page.evaluate("""
                async () => {
                  const { GrowingText } = await import('/core/growing-text.js');
                  const text = new GrowingText();
                  const add = (from, piece) => `${text.add({ id: 'a', from, text: piece })}:${text.text}`;
                  return [
                    add(3, 'hole'), add(0, 'One'), add(3, ', two'), add(3, ', two, three'), add(1, 'ne'), add(20, '!'),
                    String(text), add(0, 'New'), String(text),
                  ].join(' | ');
                }""");

        assertThat(text)
                .isEqualTo("false: | true:One | true:One, two | true:One, two, three | true:One, two, three"
                        + " | false:One, two, three | {\"id\":\"a\",\"from\":0,\"text\":\"One, two, three\"}"
                        + " | true:New | {\"id\":\"a\",\"from\":0,\"text\":\"New\"}");
    }

    @Test
    void whoWasOfflineIsBackAtOnceWhenTheNetworkIs() {
        Dashboard dashboard = live();
        server.send(ScriptedEvents.quote("e1-42", "AAPL", 1, "189.30"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.30");
        server.answerStreamsWith(503);
        dashboard.page().context().setOffline(true);
        server.endStreams();
        dashboard.awaitLongBackoff();
        dashboard.awaitStatus("Reconnecting");

        server.answerStreamsWith(200);
        dashboard.page().evaluate("""
                async () => {
                  const { stream } = await import('/core/stream.js');
                  const planned = stream.retryAt;
                  window.early = new Promise((tell) =>
                    stream.addEventListener('start', () => tell(Date.now() < planned), { once: true }));
                }""");
        dashboard.page().context().setOffline(false);

        dashboard.awaitStatus("Live");
        assertThat(dashboard.page().evaluate("() => window.early")).isEqualTo(true);
        assertThat(server.queries()).last().asString().contains("lastEventId=e1-42");
    }

    private Dashboard live() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        dashboard.awaitStatus("Live");
        return dashboard;
    }
}
