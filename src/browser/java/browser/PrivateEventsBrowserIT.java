package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Events that are for one visitor only, and wait for a tab when that visitor signs out.
class PrivateEventsBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String TOPICS = """
            [{"name":"mail","kind":"latest","key":"id","standard":false,"audience":"owner"},\
            {"name":"parcel","kind":"every","standard":false,"audience":"owner"},\
            {"name":"quote","kind":"latest","key":"symbol","standard":true,"audience":"all"}]""";

    /// A hub with two tabs, and the topics of what each was sent.
    private static final String TABS = """
            async () => {
              const { Hub } = await import('/core/hub.js');
              const hub = new Hub('/api/stream');
              window.tabs = [0, 1].map(() => {
                const { port1, port2 } = new MessageChannel();
                const tab = { port: port1, heard: [], states: [] };
                port1.onmessage = ({ data }) => {
                  if (data.type === 'events') tab.heard.push(...data.batches.map(([topic]) => topic), ...data.gaps.map((topic) => `${topic} gap`));
                  if (data.type === 'state') tab.states.push(data.report.state);
                };
                hub.accept(port2);
                return tab;
              });
              const topics = { quote: [], mail: [], parcel: [] };
              window.ask = (at, more) => tabs[at].port.postMessage({ type: 'request', request: { topics, rate: 0, paused: false, hidden: false, ...more } });
              window.identify = (visitor) => tabs[0].port.postMessage({ type: 'visitor', visitor });
              identify('ann');
              ask(0, {});
              ask(1, {});
            }""";

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.helloWithTopics("e1", TOPICS));

    private Page page;

    @BeforeEach
    void open() {
        page = Dashboard.open(CHROMIUM.page(), server.uri()).page();
        page.evaluate(TABS);
        server.awaitStreamOf("mail", "parcel", "quote");
        page.waitForFunction("() => tabs.every(({ states }) => states.at(-1) === 'live')");
    }

    @Test
    void aPausedTabIsNotSentThemWhenItGoesOn() {
        page.evaluate("() => { tabs[0].states = []; ask(0, { paused: true }); }");
        page.waitForFunction("() => tabs[0].states.length");
        sendMail();
        page.evaluate("ask(1, { paused: true })");
        page.waitForFunction("() => tabs[0].states.at(-1) === 'paused'");

        page.evaluate("() => { identify(''); ask(0, {}); }");

        assertHeardByTheFirst("quote");
    }

    @Test
    void aHiddenTabIsNotSentThemAfterwards() {
        page.evaluate("() => { tabs[0].states = []; ask(0, { hidden: true }); }");
        page.waitForFunction("() => tabs[0].states.length");
        sendMail();

        page.evaluate("() => { tabs[0].heard = []; identify(''); }");

        assertHeardByTheFirst("quote");
    }

    @Test
    void whoComesBackIsSentThem() {
        page.evaluate("() => { identify(''); identify('ann'); }");
        Chromium.eventually(() -> assertThat(server.queries())
                .filteredOn(query -> query.contains("mail"))
                .hasSize(2));

        sendMail();

        page.waitForFunction("() => tabs[0].heard.includes('mail') && tabs[0].heard.includes('parcel')");
    }

    /// Sends private events, which the second tab has when this returns.
    private void sendMail() {
        server.send(ScriptedEvents.event("e1-1", "mail", "{\"id\":\"a\"}")
                + ScriptedEvents.event("e1-2", "parcel", "{\"id\":\"b\"}"));
        page.waitForFunction("() => tabs[1].heard.includes('mail') && tabs[1].heard.includes('parcel')");
    }

    private void assertHeardByTheFirst(String topic) {
        server.send(ScriptedEvents.quote("e1-3", "AAPL", 2, "31"));
        page.waitForFunction("topic => tabs[0].heard.includes(topic)", topic);
        assertThat((List<?>) page.evaluate("tabs[0].heard")).asString().doesNotContain("mail", "parcel");
    }
}
