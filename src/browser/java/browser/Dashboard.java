package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;

/// The dashboard in one tab, by the words that its tests use. All that it says about its connection is written down,
/// for some of it does not last.
record Dashboard(Page page) {

    static Dashboard open(Page page, URI server) {
        return open(page, server, "");
    }

    /// @param place what stands behind the address, such as `?symbol=AAPL`
    static Dashboard open(Page page, URI server, String place) {
        page.addInitScript("""
                window.said = [];
                new MutationObserver(() => {
                  const text = document.querySelector('connection-indicator')?.textContent;
                  if (text && text !== window.said.at(-1)) window.said.push(text);
                }).observe(document, { subtree: true, childList: true });""");
        Response answer = page.navigate(server.resolve("/" + place).toString());
        assertThat(answer.status()).as("the status of %s", answer.url()).isEqualTo(200);
        // The last that comes: a visitor who presses a key before would have to be quick.
        page.locator("help-button button").waitFor();
        return new Dashboard(page);
    }

    /// The same, once it is live and shows its first row.
    static Dashboard openLive(Page page, URI server, String place) {
        Dashboard dashboard = open(page, server, place);
        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.rows().first()).isVisible();
        return dashboard;
    }

    /// What screen readers are told about the connection.
    Locator connection() {
        return page.locator("connection-indicator [role=status]");
    }

    /// Waits until the page has said these words about its connection, one after the other and perhaps others between,
    /// since it was opened or last waited for.
    void awaitSaid(String... words) {
        page.waitForFunction("""
                (words) => {
                  let next = 0;
                  for (const said of window.said) if (said.startsWith(words[next])) next++;
                  if (next < words.length) return false;
                  window.said = [];
                  return true;
                }""", List.of(words));
    }

    /// What is wrong, or how it ended.
    Locator banner() {
        return page.locator("connection-banner");
    }

    /// Has the next try made now, unless the page was quicker.
    void hurry() {
        page.evaluate("""
                () => [...document.querySelectorAll('connection-banner button')]
                  .find(({ textContent }) => textContent === 'Try now')?.click()""");
    }

    /// Waits until the next try is so far off that the test is sure to be quicker.
    void awaitLongWait() {
        page.waitForFunction("async () => (await import('/core/stream.js')).stream.retryAt - Date.now() > 5000");
    }

    Locator rows() {
        return page.locator("quote-table tbody tr");
    }

    Locator cell(String symbol, String column) {
        return page.locator("tr[data-symbol='%s'] .%s".formatted(symbol, column));
    }

    /// In the order of the table, doubles and all.
    List<String> symbols() {
        return List.of(rows().evaluateAll("rows => rows.map(row => row.dataset.symbol).join()")
                .toString()
                .split(","));
    }

    /// Waits until every row is filled, then until every row has changed at least once, and every second price too.
    void awaitMovingPrices() {
        page.waitForFunction("""
                () => {
                  const rows = [...document.querySelectorAll('quote-table tbody tr')];
                  const price = (row) => row.querySelector('.last').textContent.replace(/[▲▼]/, '');
                  if (rows.length === 0 || !rows.every((row) => /\\d/.test(price(row)))) return false;
                  window.before ??= rows.map((row) => ({ row, text: row.textContent, price: price(row) }));
                  window.moved ??= { rows: new Set(), prices: new Set() };
                  for (const { row, text, price: old } of window.before) {
                    if (row.textContent !== text) window.moved.rows.add(row);
                    if (price(row) !== old) window.moved.prices.add(row);
                  }
                  const { length } = window.before;
                  if (window.moved.rows.size < length || window.moved.prices.size < length / 2) return false;
                  delete window.before;
                  delete window.moved;
                  return true;
                }""");
    }
}
