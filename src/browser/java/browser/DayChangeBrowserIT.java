package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A new day begins while a page is open: what belongs to the old one is not shown as the new one's.
class DayChangeBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL"),
            ScriptedEvents.hello("e1", "PT15S") + quote(1, "100", 500, "09:30:00", true));

    @Test
    void beforeTheFirstTradeNothingIsOfThisDay() {
        Dashboard dashboard = open();

        server.send(quote(2, "100", 0, "09:30:20", false));

        assertThat(figure(dashboard, "Open")).hasText("–");
        assertThat(figure(dashboard, "Low")).hasText("–");
        assertThat(figure(dashboard, "Volume")).hasText("0");
        assertThat(dashboard.cell("AAPL", "range")).hasText("––");
    }

    @Test
    void whatTradesSumUpToBeginsAnew() {
        Dashboard dashboard = open();
        server.send(ScriptedEvents.trade("e1-10", "AAPL", "80", 100, "09:30:01.000000"));
        assertThat(figure(dashboard, "VWAP (seen)")).hasText("80.00");

        server.send(quote(11, "100", 0, "09:30:20", false));
        assertThat(figure(dashboard, "VWAP (seen)")).hasText("–");
        server.send(quote(12, "105", 10, "09:31:00", true)
                + ScriptedEvents.trade("e1-13", "AAPL", "105", 10, "09:31:00.000000"));

        assertThat(figure(dashboard, "VWAP (seen)")).hasText("105.00");
        assertThat(figure(dashboard, "Turnover (approx.)")).hasText("1.1K");
    }

    @Test
    void aBidThatVanishesMovesNothing() {
        Dashboard dashboard = open();
        Locator statistics = dashboard.page().locator(".statistics");
        assertThat(dashboard.page().locator(".book")).containsText("99.95 × 100");
        var before = statistics.boundingBox();

        server.send(quote(2, "100", 0, "09:30:20", false));

        assertThat(dashboard.page().locator(".book")).hasText("Bid –Ask –");
        assertThat(statistics.boundingBox()).usingRecursiveComparison().isEqualTo(before);
    }

    private static Locator figure(Dashboard dashboard, String name) {
        return dashboard
                .page()
                .locator(".statistics div")
                .filter(new Locator.FilterOptions()
                        .setHas(dashboard
                                .page()
                                .getByText(name, new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))))
                .locator("dd");
    }

    private static String quote(int seq, String last, int volume, String time, boolean book) {
        String sides = book ? "\"bid\":99.95,\"ask\":100.05,\"bidSize\":100,\"askSize\":100," : "";
        return ScriptedEvents.event("e1-" + seq, "quote", """
                {"symbol":"AAPL","last":%s,"lastSize":100,%s"open":99,"high":101,"low":98,"previousClose":100,"change":0,"changePercent":0,\
                "volume":%s,"seq":%s,"time":"2026-11-22T%s.000000Z","status":"trading"}""".formatted(last, sides, volume, seq, time));
    }

    private Dashboard open() {
        Dashboard dashboard = Dashboard.openLive(
                CHROMIUM.page(options -> options.setViewportSize(1280, 800)), server.uri(), "?symbol=AAPL");
        assertThat(dashboard.page().locator("symbol-detail strong")).hasText("100.00");
        server.awaitStreamOf("trade");
        return dashboard;
    }
}
