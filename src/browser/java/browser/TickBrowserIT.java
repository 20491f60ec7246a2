package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a row shows a quote.
class TickBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server =
            new ScriptedServer(ScriptedEvents.instruments("AAPL"), ScriptedEvents.hello("e1", "PT15S"));

    @Test
    void aQuoteIsWrittenOutWithSignsAndAllItsDigits() {
        Dashboard dashboard = open();

        server.send(quote(1, "189.50", "09:30:01"));

        assertThat(dashboard.cell("AAPL", "last")).hasText("189.50");
        assertThat(dashboard.cell("AAPL", "change")).hasText("−1.50");
        assertThat(dashboard.cell("AAPL", "percent")).hasText("−0.79%");
        assertThat(dashboard.cell("AAPL", "bid")).hasText("189.45");
        assertThat(dashboard.cell("AAPL", "ask")).hasText("189.55");
        assertThat(dashboard.cell("AAPL", "spread")).hasText("0.10");
        assertThat(dashboard.cell("AAPL", "volume")).hasText("12.3M");
        assertThat(dashboard.cell("AAPL", "range")).hasText("188.00192.00");
        assertThat(dashboard.cell("AAPL", "range i")).hasAttribute("style", Pattern.compile("translateX\\(38%\\)"));
    }

    @Test
    void aTickIsAnArrowAndALightThatGoesOut() {
        Dashboard dashboard = open();
        server.send(quote(1, "189.50", "09:30:01"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("189.50");
        dashboard.page().evaluate("""
                () => {
                  window.lights = [];
                  new MutationObserver((changes) => changes.forEach(({ target }) => lights.push(target.dataset.flash ?? 'out')))
                    .observe(document.querySelector('tr[data-symbol=AAPL]'), { attributeFilter: ['data-flash'] });
                }""");

        server.send(quote(2, "189.60", "09:30:02"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▲189.60");
        dashboard.page().waitForFunction("lights.join() === 'up,out'");
        server.send(quote(3, "189.40", "09:30:03"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▼189.40");

        dashboard.page().waitForFunction("lights.join() === 'up,out,down,out'");
        assertThat(dashboard.page().getByLabel("down", new Page.GetByLabelOptions().setExact(true)))
                .hasText("▼");
    }

    @Test
    void noTickMovesAnything() {
        Dashboard dashboard = open();
        server.send(quote(1, "9.50", "09:30:01"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("9.50");
        Object before = places(dashboard);

        server.send(quote(2, "98765.50", "09:30:02"));
        assertThat(dashboard.cell("AAPL", "last")).hasText("▲98,765.50");

        assertThat(places(dashboard)).isEqualTo(before);
    }

    private static Object places(Dashboard dashboard) {
        return dashboard.page().evaluate("""
                () => [...document.querySelectorAll('tbody :is(th, td)')]
                  .map((cell) => cell.getBoundingClientRect())
                  .map(({ left, top, width, height }) => [left, top, width, height].join(' ')).join()""");
    }

    private static String quote(int seq, String last, String time) {
        return "id: e1-%s\nevent: quote\ndata: %s\n\n".formatted(seq, """
                {"symbol":"AAPL","bid":189.45,"ask":189.55,"bidSize":100,"askSize":100,"last":%s,"lastSize":100,"open":190,"high":192,"low":188,\
                "previousClose":191,"change":-1.5,"changePercent":-0.79,"volume":12345678,"seq":%s,\
                "time":"2026-11-22T%s.000000Z","status":"trading"}""".formatted(last, seq, time));
    }

    private Dashboard open() {
        Dashboard dashboard = Dashboard.open(CHROMIUM.page(), server.uri());
        assertThat(dashboard.rows()).hasCount(1);
        dashboard.awaitStatus("Live");
        return dashboard;
    }
}
