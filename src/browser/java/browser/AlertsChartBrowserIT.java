package browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Alerts where a visitor looks at a price: menus of rows and of the chart, and lines that are dragged.
class AlertsChartBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Mouse.ClickOptions RIGHT = new Mouse.ClickOptions().setButton(MouseButton.RIGHT);

    @AutoClose
    private final ScriptedAlerts alerts = new ScriptedAlerts();

    @Test
    void aRowHasAMenuByMouseAndByKeyboard() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "");
        Page page = window.page();
        page.locator("tr[data-symbol=AAPL] a").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));

        assertThat(window.menu().locator("button")).hasText(new String[] {"New alert for AAPL…", "Open in a new tab"});
        assertThat(window.menu().locator("button").first()).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(window.menu().locator("button").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(window.menu()).hasCount(0);

        page.locator("tr[data-symbol=MSFT] a").focus();
        page.keyboard().press("ContextMenu");
        Axe.check(page, "a menu");
        page.keyboard().press("Enter");
        assertThat(window.field("symbol")).hasValue("MSFT");
        page.keyboard().press("Escape");
        assertThat(page.locator("tr[data-symbol=MSFT] a")).isFocused();
    }

    @Test
    void aPriceInTheChartGetsAnAlertAndALineThatIsDragged() {
        AlertsWindow window = openChart();
        Page page = window.page();
        BoundingBox chart = window.chart();
        page.mouse().click(chart.x + 150, chart.y + 40, RIGHT);
        window.menu()
                .getByText(Pattern.compile("^Alert: Last price (rises|falls) to "))
                .click();

        assertThat(window.lines()).hasCount(1);
        assertThat(window.toasts()).containsText("Alert set");
        assertThat(alerts.writes()).singleElement().asString().startsWith("POST {\"symbol\":\"AAPL\"");
        String before = window.lines().getAttribute("aria-valuenow");
        drag(window, 30, true);
        assertThat(window.lines()).not().hasAttribute("aria-valuenow", before);
        awaitWrites(2);
        String after = window.lines().getAttribute("aria-valuenow");
        assertThat(Double.parseDouble(after)).isLessThan(Double.parseDouble(before));
        assertThat(alerts.writes().getLast())
                .matches("PATCH /made-0 \\{\"condition\":\\{.*\"price\":%s}}".formatted(Pattern.quote(after)));

        alerts.refuse(503, "away", null);
        drag(window, -20, true);
        assertThat(window.toasts().last()).containsText("The alert for AAPL stays where it was");
        assertThat(window.lines()).hasAttribute("aria-valuenow", after);
        drag(window, -20, false);
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(window.lines()).hasAttribute("aria-valuenow", after);
        awaitWrites(3);
    }

    @Test
    void aLineIsMovedChangedAndDeletedByKeys() {
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE.replace("191.00", "190.00"), "armed");
        AlertsWindow window = openChart();
        Page page = window.page();
        window.lines().focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Shift+ArrowUp");
        assertThat(window.lines()).hasAttribute("aria-valuenow", "190.11");
        assertThat(window.lines()).hasAttribute("aria-valuetext", "Last price rises to 190.11");
        page.keyboard().press("Escape");
        assertThat(window.lines()).hasAttribute("aria-valuenow", "190");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        awaitWrites(1);
        assertThat(alerts.writes().getLast()).contains("\"direction\":\"below\",\"price\":189.99");
        assertThat(window.lines()).not().hasAttribute("data-moving", "");

        page.keyboard().press("Enter");
        assertThat(window.field("price")).hasValue("189.99");
        page.keyboard().press("Escape");
        window.lines().focus();
        page.keyboard().press("Delete");
        assertThat(window.lines()).hasCount(0);
        window.toasts().last().getByText("Undo").click();
        assertThat(window.lines()).hasCount(1);
    }

    @Test
    void aLineThatGoesWhileItIsDraggedKeepsNoKeys() {
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE.replace("191.00", "190.00"), "armed");
        AlertsWindow window = openChart();
        Page page = window.page();
        drag(window, 20, false);

        page.evaluate("async () => (await import('/alerts/owner/alert-store.js')).alertStore.remove('one')");
        assertThat(window.lines()).hasCount(0);

        page.evaluate("() => addEventListener('keydown', ({ key }) => (document.body.dataset.key = key))");
        page.keyboard().press("Escape");
        assertThat(page.locator("body")).hasAttribute("data-key", "Escape");
        page.mouse().up();
        assertThat(alerts.writes()).singleElement().asString().startsWith("DELETE");
    }

    @Test
    void aLongPressOnAPhoneOpensTheMenusAndFollowsNoLink() {
        Page page = CHROMIUM.page(options -> options.setHasTouch(true).setViewportSize(360, 740));
        AlertsWindow window = AlertsWindow.open(page, alerts, "");
        BoundingBox row = page.locator("tr[data-symbol=AAPL] a").boundingBox();
        press(window, row.x + 10, row.y + 10);
        assertThat(window.menu()).containsText("New alert for AAPL…");
        assertThat(page).hasURL(alerts.server.uri().toString());
        page.keyboard().press("Escape");

        page.locator("tr[data-symbol=AAPL] .last").tap(new Locator.TapOptions().setForce(true));
        new HistoryCharts(page).await();
        BoundingBox chart = window.chart();
        press(window, chart.x + 120, chart.y + 50);
        assertThat(window.menu()).containsText("New alert at this price…");
        window.menu().getByText("New alert at this price…").tap();
        assertThat(window.field("symbol")).hasValue("AAPL");
        assertThat(window.field("price")).hasValue(Pattern.compile("\\d+(\\.\\d+)?"));
    }

    @Test
    void aComparedChartHasNoPricesAndNoLines() {
        alerts.with("one", "AAPL", ScriptedAlerts.ABOVE, "armed");
        AlertsWindow window = openChart();
        assertThat(window.lines()).hasCount(1);

        new HistoryCharts(window.page()).compareWith("MSFT");

        assertThat(window.lines()).hasCount(0);
    }

    private AlertsWindow openChart() {
        AlertsWindow window = AlertsWindow.open(CHROMIUM.page(), alerts, "?symbol=AAPL");
        new HistoryCharts(window.page()).await();
        return window;
    }

    private static void drag(AlertsWindow window, double by, boolean drop) {
        BoundingBox handle = window.lines().locator("span").boundingBox();
        Mouse mouse = window.page().mouse();
        mouse.move(handle.x + 5, handle.y + handle.height / 2);
        mouse.down();
        mouse.move(handle.x + 5, handle.y + handle.height / 2 + by, new Mouse.MoveOptions().setSteps(3));
        assertThat(window.lines()).hasAttribute("data-moving", "");
        if (drop) {
            mouse.up();
        }
    }

    private void awaitWrites(int count) {
        Chromium.eventually(() -> assertThat(alerts.writes()).hasSize(count));
    }

    /// Holds a finger until there is a menu.
    private static void press(AlertsWindow window, double x, double y) {
        CDPSession touch = window.page().context().newCDPSession(window.page());
        touch(touch, "touchStart", point(x, y));
        assertThat(window.menu()).isVisible();
        touch(touch, "touchEnd", new JsonArray());
    }

    private static JsonArray point(double x, double y) {
        var point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        var points = new JsonArray();
        points.add(point);
        return points;
    }

    private static void touch(CDPSession session, String type, JsonArray points) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }
}
