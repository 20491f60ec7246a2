package browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A tab that was busy or asleep for so long that the hub has dropped it.
class SleepingTabBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void isTakenBackWhenItAnswersAfterAll() {
        try (var server = new ScriptedServer(ScriptedEvents.fourShares(), ScriptedEvents.pricesOfFour())) {
            Page page = Dashboard.open(CHROMIUM.page(), server.uri()).page();

            page.evaluate("""
                async () => {
                  const { Hub } = await import('/core/hub.js');
                  const { setInterval } = window;
                  let ping;
                  window.setInterval = (beat) => (ping = beat);
                  const hub = new Hub('/api/stream');
                  window.setInterval = setInterval;
                  const { port1, port2 } = new MessageChannel();
                  const heard = new Set();
                  port1.onmessage = ({ data }) => heard.add(data.type);
                  hub.accept(port2);
                  const request = { topics: { quote: [] }, rate: 0, paused: false, hidden: false };
                  const hear = async (type) => {
                    heard.clear();
                    while (!heard.has(type)) await new Promise((resolve) => setTimeout(resolve, 20));
                  };
                  port1.postMessage({ type: 'request', request });
                  await hear('events');
                  for (let silent = 0; silent < 5; silent++) ping();
                  port1.postMessage({ type: 'pong' });
                  await hear('moved');
                  port1.postMessage({ type: 'request', request });
                  await hear('events');
                  port1.postMessage({ type: 'leave' });
                }""");
        }
    }
}
