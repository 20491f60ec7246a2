package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;

/// The dashboard in one tab, in the words of its tests. It records each status of its connection, because some are
/// short.
record Dashboard(Page page) {

    static Dashboard open(Page page, URI server) {
        return open(page, server, "");
    }

    /// @param query of the address, such as `?symbol=AAPL`
    static Dashboard open(Page page, URI server, String query) {
        page.addInitScript("""
                window.statuses = [];
                new MutationObserver((_, finder) => {
                  const indicator = document.querySelector('connection-indicator');
                  if (!indicator) return;
                  finder.disconnect();
                  const note = () => {
                    const text = indicator.textContent;
                    if (text && text !== window.statuses.at(-1)) window.statuses.push(text);
                  };
                  note();
                  new MutationObserver(note).observe(indicator, { subtree: true, childList: true, characterData: true });
                }).observe(document, { subtree: true, childList: true });""");
        Response answer = page.navigate(server.resolve("/" + query).toString());
        assertThat(answer.status()).as("the status of %s", answer.url()).isEqualTo(200);
        var dashboard = new Dashboard(page);
        dashboard.awaitTools();
        return dashboard;
    }

    /// The same, when it is live and shows its first row.
    static Dashboard openLive(Page page, URI server, String query) {
        Dashboard dashboard = open(page, server, query);
        assertThat(dashboard.connection()).hasText("Live");
        assertThat(dashboard.rows().first()).isVisible();
        return dashboard;
    }

    /// Waits for the tools, which are the last parts of the page; after them it asks for features from jars.
    void awaitTools() {
        page.waitForFunction("""
                () => performance.getEntriesByName(new URL('api/features', document.baseURI).href).length > 0
                  && !document.querySelector('.tools > :not(:defined)')""");
    }

    /// The status of the connection as screen readers announce it.
    Locator connection() {
        return page.locator("connection-indicator [role=status]");
    }

    /// Waits until the connection has had these statuses, one after the other and perhaps with others in between, since
    /// the page was opened or the last wait.
    void awaitStatus(String... statuses) {
        page.waitForFunction("""
                (words) => {
                  let next = 0;
                  for (const status of window.statuses) if (status.startsWith(words[next])) next++;
                  if (next < words.length) return false;
                  window.statuses = [];
                  return true;
                }""", List.of(statuses));
    }

    /// What is wrong, or what was missed.
    Locator banner() {
        return page.locator("connection-banner");
    }

    /// Makes the next attempt now, unless the page was quicker.
    void retryNow() {
        page.evaluate("""
                () => [...document.querySelectorAll('connection-banner button')]
                  .find(({ textContent }) => textContent === 'Try now')?.click()""");
    }

    /// Waits until the next attempt is so far off that the test is quicker.
    void awaitLongBackoff() {
        Chromium.await(page, "async () => (await import('/core/stream.js')).stream.retryAt - Date.now() > 5000");
    }

    /// Checks that a price looks different while the connection is lost or paused.
    void assertLooksLiveOnlyWhenLive(ScriptedServer server, Locator price, String property) {
        String live = (String)
                price.evaluate("(part, property) => getComputedStyle(part).getPropertyValue(property)", property);

        server.answerStreamsWith(503);
        server.endStreams();
        awaitStatus("Reconnecting");
        assertThat(price).not().hasCSS(property, live);

        server.answerStreamsWith(200);
        retryNow();
        awaitStatus("Live");
        assertThat(price).hasCSS(property, live);

        page.keyboard().press("Alt+p");
        awaitStatus("Paused");
        assertThat(price).not().hasCSS(property, live);
    }

    Locator rows() {
        return page.locator("quote-table tbody tr");
    }

    Locator cell(String symbol, String column) {
        return page.locator("tr[data-symbol='%s'] .%s".formatted(symbol, column));
    }

    /// Waits until these, and no others, are shown in this order.
    void awaitSymbols(String... symbols) {
        Chromium.eventually(() -> assertThat(symbols()).containsExactly(symbols));
    }

    /// In the order of the table, including duplicates.
    List<String> symbols() {
        return List.of(rows().evaluateAll("rows => rows.map(row => row.dataset.symbol).join()")
                .toString()
                .split(","));
    }

    /// The rows that have cells, which are those near the screen.
    Locator fullRows() {
        return page.locator("quote-table tbody tr:has(.last)");
    }

    /// Waits until every row near the screen has a price, then until each of them and half of their prices have
    /// changed.
    void awaitMovingPrices() {
        page.waitForFunction("""
                () => {
                  const rows = [...document.querySelectorAll('quote-table tbody tr:has(.last)')];
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
