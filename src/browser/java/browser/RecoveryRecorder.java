package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import it.Quotes;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Records one visit over all its connections: every change of a symbol must arrive once and in order, and the volume
/// on
/// the screen must never fall.
record RecoveryRecorder(Dashboard dashboard) {

    private static final String WATCH = """
            // The connection must be in the page, where the test can observe it, and not in a worker.
            delete window.SharedWorker;
            window.faults = [];
            window.opened = [];
            const heard = new Map();
            let topics = [];
            window.EventSource = class extends EventSource {
              constructor(url) {
                super(url);
                opened.push(url);
                const asked = new URL(url, location).searchParams.get('topic').split(',');
                // Where a topic is added, all begin with the latest.
                if (asked.some((topic) => !topics.includes(topic))) heard.clear();
                topics = asked;
                this.addEventListener('quote', ({ data }) => {
                  const { symbol, seq } = JSON.parse(data);
                  const before = heard.get(symbol);
                  if (before !== undefined && seq !== before + 1) faults.push(`${symbol}: ${seq} after ${before}`);
                  heard.set(symbol, seq);
                });
              }
            };
            const shown = new Map();
            new MutationObserver((changes) => {
              for (const { target } of changes) {
                const cell = target.parentElement;
                if (!cell?.matches('tbody .volume')) continue;
                const { symbol } = cell.parentElement.dataset;
                const [, figure, unit] = /^([\\d.]+)([KMB]?)$/.exec(target.data);
                const volume = figure * ({ K: 1e3, M: 1e6, B: 1e9 }[unit] ?? 1);
                if (volume < shown.get(symbol)) faults.push(`${symbol}: volume ${volume} after ${shown.get(symbol)}`);
                shown.set(symbol, volume);
              }
            }).observe(document, { subtree: true, characterData: true });""";

    static RecoveryRecorder open(Page page, URI address) {
        page.addInitScript(WATCH);
        var watch = new RecoveryRecorder(Dashboard.open(page, address));
        watch.dashboard.awaitStatus("Live");
        watch.dashboard.awaitMovingPrices();
        return watch;
    }

    /// The addresses of all streams that the page has opened.
    List<String> opened() {
        return List.of(dashboard.page().evaluate("opened.join(' ')").toString().split(" "));
    }

    /// Waits until the page shows what the server has now or something newer, and checks the events until then.
    void assertWhole(LibertyServer server) {
        Map<String, Integer> atRest = Quotes.atRest(server.uri()).getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(quote -> quote.getString("symbol"), quote -> quote.getInt("seq")));
        Chromium.await(dashboard.page(), """
                async (atRest) => {
                  const { quotes } = await import('/quotes/quote-store.js');
                  return Object.entries(atRest).every(([symbol, seq]) => quotes.quote(symbol)?.seq >= seq);
                }""", atRest);
        dashboard.awaitMovingPrices();
        assertThat(dashboard.symbols()).containsExactlyInAnyOrderElementsOf(atRest.keySet());
        assertThat(dashboard.page().evaluate("faults.join('; ')")).isEqualTo("");
    }
}
