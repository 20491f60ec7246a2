package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import it.LibertyServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The table with the quotes of a real server.
class QuotesBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = OrdinaryServer.get();
    }

    @Test
    void tableShowsEveryInstrumentWithAPriceThatMoves() {
        Dashboard dashboard = open(CHROMIUM.page());

        dashboard.awaitMovingPrices();

        String listed = dashboard
                .page()
                .evaluate("fetch('api/instruments').then(r => r.json()).then(all => all.map(one => one.symbol).join())")
                .toString();
        assertThat(dashboard.symbols()).hasSizeGreaterThan(5).containsExactly(listed.split(","));
        assertThat(dashboard.page().locator("quote-tools")).containsText("Simulated prices");
        assertThat(dashboard.page().locator("quote-table thead th")).hasText(new String[] {
            "Symbol",
            "Name",
            "Last",
            "Change",
            "Change %",
            "Bid",
            "Ask",
            "Spread",
            "Day range",
            "Volume",
            "Trend",
            "Age"
        });
    }

    @Test
    void pricesHaveAllTheirDigitsAndChangesTheirSign() {
        Dashboard dashboard = open(CHROMIUM.page());

        dashboard.awaitMovingPrices();

        assertThat(dashboard.page().locator("tbody .bid, tbody .ask").allTextContents())
                .isNotEmpty()
                .allMatch(price -> price.matches("[\\d,]+\\.\\d{2,4}"));
        assertThat(dashboard.page().locator("tbody .change, tbody .percent").allTextContents())
                .isNotEmpty()
                .allMatch(change -> change.matches("[+−][\\d,.]*[1-9][\\d.]*%?|0\\.0+%?"));
    }

    @Test
    void aTickFlashesWithAnArrowThatPointsWhereThePriceWent() {
        Dashboard dashboard = open(CHROMIUM.page());
        dashboard.awaitMovingPrices();

        // Observes the rows while they are painted: the price before and after, the arrow, and the flash.
        Object tick = dashboard.page().evaluate("""
                () => new Promise((resolve) => {
                  const price = (row) => Number(row.querySelector('.last').textContent.replace(/[▲▼,]/g, ''));
                  for (const row of [...document.querySelectorAll('tbody tr')].slice(0, 10)) {
                    let before = price(row);
                    new MutationObserver(() => {
                      const after = price(row);
                      if (after === before) return;
                      const went = after > before ? '▲' : '▼';
                      before = after;
                      const lit = getComputedStyle(row.querySelector('.price')).backgroundColor !== 'rgba(0, 0, 0, 0)';
                      const arrow = row.querySelector('.arrow').textContent;
                      resolve(`${arrow === went ? 'right' : 'wrong'} arrow, ${lit ? 'flash' : 'no flash'}`);
                    }).observe(row, { subtree: true, characterData: true, childList: true });
                  }
                })""");

        assertThat(tick).isEqualTo("right arrow, flash");
    }

    @Test
    void anOrdinaryVisitLeavesNoComplaintInTheConsole() {
        Page page = CHROMIUM.page();
        List<String> complaints = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onResponse(response -> {
            answered.add(response.url());
            if (response.status() >= 400) {
                complaints.add("%s: %s".formatted(response.status(), response.url()));
            }
        });

        open(page).awaitMovingPrices();

        assertThat(answered).anyMatch(url -> url.endsWith("/app.js")).anyMatch(url -> url.contains("/api/instruments"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theSmallestExamplePrintsQuotesUnderTheirTimes() {
        Page page = CHROMIUM.page();

        page.navigate(server.uri().resolve("/example.html").toString());

        page.waitForFunction("() => document.querySelector('#log').textContent.split('\\n').length > 100");
        List<String> lines = page.locator("#log").textContent().lines().toList();
        assertThat(lines)
                .filteredOn(line -> !line.endsWith("connected"))
                .hasSizeGreaterThan(90)
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z {2}\\S+ +[\\d.]+ \\(-?[\\d.]+ %\\)"));
    }

    private static Dashboard open(Page page) {
        return Dashboard.open(page, server.uri());
    }
}
